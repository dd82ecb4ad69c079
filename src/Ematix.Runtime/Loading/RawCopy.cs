using Npgsql;

namespace Ematix.Loading;

/// <summary>Ends COPY operations that were not read or written to their end.</summary>
internal static class RawCopy
{
    /// <summary>Ends what the server of a COPY TO is doing; a read that waits for it fails then. Does nothing where the data has ended already.</summary>
    public static void Cancel(NpgsqlRawCopyStream from)
    {
        try
        {
            from.Cancel();
        }
        catch (Exception ended) when (ended is ObjectDisposedException or NullReferenceException)
        {
            // The stream says the one if it ended before, the other if it ends meanwhile.
        }
    }

    /// <summary>Ends a COPY FROM without its rows. Where that fails the connection is lost or has failed before, and the first cause is what the caller must know.</summary>
    public static async Task AbandonAsync(NpgsqlRawCopyStream into)
    {
        try
        {
            await into.CancelAsync().ConfigureAwait(false);
        }
        catch (Exception lost) when (lost is NpgsqlException or IOException or InvalidOperationException)
        {
        }
    }
}
