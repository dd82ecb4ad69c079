using System.Globalization;
using Ematix.Loading;
using Ematix.Model;
using Ematix.Planning;
using Ematix.Planning.Training;
using Ematix.Sql;
using Npgsql;

namespace Ematix.Training;

/// <summary>Waits for loads in flight on views, and lets go before anything is read: the snapshot must be taken after.</summary>
internal static class LoadWait
{
    /// <summary>When there was no load in flight on any of the views: a load that comes after has a later time.</summary>
    /// <returns>For each view the time of its last load, null where it has none, and the database's clock; in microseconds since 2000.</returns>
    /// <exception cref="LoadLockTimeoutException">A load took longer.</exception>
    public static async Task<IReadOnlyList<(long? Last, long Clock)>> RunAsync(
        FeatureStore store, IReadOnlyList<FeatureViewModel> views, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var session = await Session.BeginWatchingAsync(store, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
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
                    // A second connection of the pool might not come while this one is held.
                    await session.DisposeAsync().ConfigureAwait(false);
                    throw await ExplainAsync(store, view, timeout, late, cancellationToken).ConfigureAwait(false);
                }
            }

            var loads = new List<(long?, long)>();
            foreach (var view in views)
            {
                loads.Add((await session.QueryAsync(
                    SnapshotSql.LastLoad,
                    reader => (LoadClock.InstantOrNull(reader, 0), reader.GetFieldValue<long>(1)),
                    cancellationToken,
                    Parameters.Text(view.CatalogName)).ConfigureAwait(false))[0]);
            }

            return loads;
        }
    }

    private static async Task<LoadLockTimeoutException> ExplainAsync(
        FeatureStore store, FeatureViewModel view, TimeSpan timeout, PostgresException late, CancellationToken cancellationToken)
    {
        await using var session = await Session.BeginWatchingAsync(store, cancellationToken).ConfigureAwait(false);
        var holders = await session.QueryAsync(TargetLock.Holder(view), reader => reader.GetInt32(0), cancellationToken).ConfigureAwait(false);
        var who = holders is [var holder, ..] ? $"process {holder.ToString(CultureInfo.InvariantCulture)} holds its lock" : "it has ended since";
        return new LoadLockTimeoutException(
            $"The read of {Identifier.Table(view)} as it was known at an instant waited {timeout:c} for a load of it: {who}. Nothing was read. Try again when that load is done, or set a longer WaitTimeout.",
            Identifier.Table(view),
            holders is [var process, ..] ? process : null,
            late);
    }
}
