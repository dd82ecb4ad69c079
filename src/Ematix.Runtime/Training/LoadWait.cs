using System.Globalization;
using Ematix.Model;
using Ematix.Planning;
using Ematix.Sql;
using Npgsql;

namespace Ematix.Training;

/// <summary>Waits for loads in flight on views, and lets go before anything is read: the snapshot must be taken after.</summary>
internal static class LoadWait
{
    public static async Task RunAsync(FeatureStore store, IEnumerable<FeatureViewModel> views, TimeSpan timeout, CancellationToken cancellationToken)
    {
        await using var session = await Session.BeginSnapshotAsync(store, snapshot: null, cancellationToken).ConfigureAwait(false);
        await session.SetLimitAsync("lock_timeout", timeout, cancellationToken).ConfigureAwait(false);

        // All locks are held at one instant, in one order for every reader.
        foreach (var view in views.DistinctBy(Identifier.Table).OrderBy(Identifier.Table, StringComparer.Ordinal))
        {
            try
            {
                await session.QueryAsync(TargetLock.Await(view), _ => 0, cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException late) when (late.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                throw await ExplainAsync(store, view, timeout, late, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task<LoadLockTimeoutException> ExplainAsync(
        FeatureStore store, FeatureViewModel view, TimeSpan timeout, PostgresException late, CancellationToken cancellationToken)
    {
        await using var session = await Session.BeginSnapshotAsync(store, snapshot: null, cancellationToken).ConfigureAwait(false);
        var holders = await session.QueryAsync(TargetLock.Holder(view), reader => reader.GetInt32(0), cancellationToken).ConfigureAwait(false);
        var who = holders is [var holder, ..] ? $"process {holder.ToString(CultureInfo.InvariantCulture)} holds its lock" : "it has ended since";
        return new LoadLockTimeoutException(
            $"The read of {Identifier.Table(view)} as it was known at an instant waited {timeout:c} for a load of it: {who}. Nothing was read. Try again when that load is done, or set a longer WaitTimeout.",
            Identifier.Table(view),
            holders is [var process, ..] ? process : null,
            late);
    }
}
