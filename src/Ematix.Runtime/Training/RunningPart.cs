using System.Runtime.ExceptionServices;
using Ematix.Runtime;
using Npgsql;

namespace Ematix.Training;

/// <summary>A part whose answer is on its way, from one session or from several.</summary>
internal sealed class RunningPart : IAsyncDisposable
{
    private readonly NpgsqlRawCopyStream[] _copies;

    private RunningPart(NpgsqlRawCopyStream[] copies, CancellationToken cancellationToken)
    {
        _copies = copies;
        Rows = copies is [var only] ? only : new MergedCopy(copies, cancellationToken);
    }

    /// <summary>The answer as one binary COPY stream. Whoever reads it ends it, early or not.</summary>
    public Stream Rows { get; }

    /// <summary>Starts the work of all sessions at once: one that waits for a lock holds up none of the others.</summary>
    /// <param name="queries">A session each, and what it is to do. If there are several, each row begins with its place.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static async Task<RunningPart> StartAsync(IReadOnlyList<(Session Session, string Copy)> queries, CancellationToken cancellationToken)
    {
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var starts = queries.Select(query => StartAsync(query.Session, query.Copy, broken)).ToArray();
        try
        {
            return new RunningPart(await Task.WhenAll(starts).ConfigureAwait(false), cancellationToken);
        }
        catch
        {
            foreach (var started in starts.Where(start => start.IsCompletedSuccessfully))
                await EndAsync(await started.ConfigureAwait(false)).ConfigureAwait(false);
            // What the others were cancelled for.
            if (starts.FirstOrDefault(start => start.IsFaulted) is { Exception.InnerException: { } cause })
                ExceptionDispatchInfo.Throw(cause);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Rows is MergedCopy merged)
            await merged.DisposeAsync().ConfigureAwait(false);
        foreach (var copy in _copies)
            await copy.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<NpgsqlRawCopyStream> StartAsync(Session session, string copy, CancellationTokenSource broken)
    {
        try
        {
            return await session.RawCopyAsync(copy, broken.Token).ConfigureAwait(false);
        }
        catch
        {
            await broken.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Ended on the server: reading it through would take as long as the part does.</summary>
    private static async Task EndAsync(NpgsqlRawCopyStream copy)
    {
        await new CopySource(copy, CancellationToken.None).DisposeAsync().ConfigureAwait(false);
        await copy.DisposeAsync().ConfigureAwait(false);
    }
}
