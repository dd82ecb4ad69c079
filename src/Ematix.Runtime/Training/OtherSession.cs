namespace Ematix.Training;

/// <summary>
/// A further connection for a read, if the pool has one at once and it has its locks at once: two reads that waited for each other's connections would wait for ever, and so would
/// a session that waits behind a writer who waits for this read's other session.
/// </summary>
internal static class OtherSession
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <param name="context">The read.</param>
    /// <param name="snapshot">The snapshot of the read.</param>
    /// <param name="hold">Takes the locks (<see cref="Planning.Training.SnapshotSql.Hold"/>), which the read's first session has already.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public static async Task<Session?> TryBeginAsync(TrainingContext context, string snapshot, string hold, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var session = await Session.BeginSnapshotAsync(context.Store, snapshot, limit.Token).ConfigureAwait(false);
            await HoldAsync(context, session, hold, cancellationToken).ConfigureAwait(false);
            return session;
        }
        catch (Exception busy) when (!cancellationToken.IsCancellationRequested && busy is OperationCanceledException or TimeoutException or Npgsql.NpgsqlException)
        {
            return null;
        }
    }

    private static async Task HoldAsync(TrainingContext context, Session session, string hold, CancellationToken cancellationToken)
    {
        try
        {
            await context.LimitAsync(session, cancellationToken).ConfigureAwait(false);
            await session.SetLimitAsync("lock_timeout", Patience, cancellationToken).ConfigureAwait(false);
            await session.ExecuteAsync(hold, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
