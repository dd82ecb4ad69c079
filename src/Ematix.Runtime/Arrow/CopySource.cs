using Npgsql;

namespace Ematix.Runtime;

/// <summary>
/// The stream that a COPY is read from. One of Npgsql's is ended on the server when it is cancelled or left early: its own cancellation would break the
/// connection, and its disposal would read the rest of the rows first.
/// </summary>
internal sealed class CopySource : IAsyncDisposable
{
    private readonly Stream _copy;
    private readonly CancellationToken _cancellationToken;
    private readonly CancellationToken _readToken;
    private readonly CancellationTokenRegistration _registration;
    private bool _hasEnded;

    public CopySource(Stream copy, CancellationToken cancellationToken)
    {
        _copy = copy;
        _cancellationToken = cancellationToken;
        _readToken = cancellationToken;
        if (copy is not NpgsqlRawCopyStream raw)
            return;
        _readToken = CancellationToken.None;
        _registration = cancellationToken.UnsafeRegister(static stream => Cancel((NpgsqlRawCopyStream)stream!), raw);
    }

    /// <summary>Reads what there is; 0 at the end.</summary>
    public ValueTask<int> ReadAsync(Memory<byte> buffer)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var read = _copy.ReadAsync(buffer, _readToken);
        return read.IsCompletedSuccessfully ? read : WaitAsync(read);
    }

    /// <summary>Takes the end of the stream, which must come now.</summary>
    /// <param name="left">How many bytes were read after the trailer already.</param>
    /// <exception cref="CopyStreamException">There is more after the trailer.</exception>
    public async ValueTask EndAsync(int left)
    {
        if (left > 0 || await ReadAsync(new byte[1]).ConfigureAwait(false) > 0)
            throw new CopyStreamException("The binary COPY stream goes on after its trailer. Nothing after it was read.");
        _hasEnded = true;
    }

    public async ValueTask DisposeAsync()
    {
        await _registration.DisposeAsync().ConfigureAwait(false);
        if (_hasEnded || _copy is not NpgsqlRawCopyStream raw)
            return;
        _hasEnded = true;
        Cancel(raw);
        try
        {
            var rest = new byte[8192];
            while (await raw.ReadAsync(rest, CancellationToken.None).ConfigureAwait(false) > 0)
            {
            }
        }
        catch (Exception ended) when (ended is NpgsqlException or ObjectDisposedException or OperationCanceledException)
        {
        }
    }

    private async ValueTask<int> WaitAsync(ValueTask<int> read)
    {
        try
        {
            return await read.ConfigureAwait(false);
        }
        catch (Exception cancelled) when (_cancellationToken.IsCancellationRequested && IsOfCancellation(cancelled))
        {
            _hasEnded = true;
            throw new OperationCanceledException("The reading of a result was cancelled.", cancelled, _cancellationToken);
        }
        catch (NpgsqlException)
        {
            _hasEnded = true;
            throw;
        }
    }

    /// <summary>A read that waits for the server is cancelled by closing the connection, which Npgsql reports as a timeout.</summary>
    private static bool IsOfCancellation(Exception error) =>
        error is PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } or OperationCanceledException or (NpgsqlException and not PostgresException);

    private static void Cancel(NpgsqlRawCopyStream raw)
    {
        try
        {
            raw.Cancel();
        }
        catch (Exception late) when (late is ObjectDisposedException or NpgsqlException or InvalidOperationException)
        {
            // It has ended by itself, or the server can't be reached: the reading will say so.
        }
    }
}
