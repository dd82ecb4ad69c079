namespace Ematix.Training;

/// <summary>A further connection for a read, if the pool has one at once: two reads that waited for each other's would wait for ever.</summary>
internal static class OtherSession
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    public static async Task<Session?> TryBeginAsync(FeatureStore store, string snapshot, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            return await Session.BeginSnapshotAsync(store, snapshot, limit.Token).ConfigureAwait(false);
        }
        catch (Exception busy) when (!cancellationToken.IsCancellationRequested && busy is OperationCanceledException or TimeoutException or Npgsql.NpgsqlException)
        {
            return null;
        }
    }
}
