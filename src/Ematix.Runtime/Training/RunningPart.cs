using Ematix.Runtime;
using Npgsql;

namespace Ematix.Training;

/// <summary>A part whose answer is on its way.</summary>
internal sealed class RunningPart(SpinePart part, NpgsqlRawCopyStream copy) : IAsyncDisposable
{
    private bool _isRead;

    public SpinePart Part => part;

    /// <summary>The answer. Whoever reads it ends it, early or not.</summary>
    public NpgsqlRawCopyStream Read()
    {
        _isRead = true;
        return copy;
    }

    /// <summary>A part that nobody has read is ended on the server: reading it through would take as long as the part does.</summary>
    public async ValueTask DisposeAsync()
    {
        part.Dispose();
        if (!_isRead)
            await new CopySource(copy, CancellationToken.None).DisposeAsync().ConfigureAwait(false);
        await copy.DisposeAsync().ConfigureAwait(false);
    }
}
