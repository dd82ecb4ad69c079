using System.Diagnostics;
using Ematix.Planning;
using Ematix.Runtime;
using Ematix.Sql;
using Npgsql;

namespace Ematix.Loading;

/// <summary>One load of history: lock, stage, clock, check, close, insert, expire, catalog, commit. All of it or nothing.</summary>
internal static class Load<TView>
    where TView : class, IFeatureView<TView>
{
    public static async Task<SyncResult> RunAsync(FeatureStore store, Source source, SyncOptions<TView>? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(source);
        options ??= new();
        var view = TView.Definition;
        LoadRules.Check(view, options);
        LaterBehaviour.Refuse(view);
        LaterBehaviour.Refuse(view, options);

        var started = Stopwatch.GetTimestamp();
        if (options.EnsureFirst)
            await Ensure.RunAsync(store, view, cancellationToken).ConfigureAwait(false);
        var batchId = Guid.CreateVersion7();
        await using var session = await Session.BeginAsync(store, cancellationToken).ConfigureAwait(false);
        var result = await WriteAsync(store, session, source, options, batchId, cancellationToken).ConfigureAwait(false);
        await CommitAsync(session, batchId, cancellationToken).ConfigureAwait(false);
        result = result with { Duration = Stopwatch.GetElapsedTime(started) };
        LoadLog.Loaded(store.LoggerFactory.CreateLogger("Ematix.Loading"), view.CatalogName, batchId, result.RowsRead, result.Inserted, result.Closed, result.Duration);
        return result;
    }

    private static async Task<SyncResult> WriteAsync(
        FeatureStore store, Session session, Source source, SyncOptions<TView> options, Guid batchId, CancellationToken cancellationToken)
    {
        var view = TView.Definition;
        var plan = LoadPlanner.Plan(view);
        await LoadLock.TakeAsync(store, session, view, plan, options.LockTimeout, options.StatementTimeout, cancellationToken).ConfigureAwait(false);
        await Stage<TView>.FillAsync(session, plan, source, options.Progress, cancellationToken).ConfigureAwait(false);

        var (rows, newest) = await InspectAsync(session, plan, cancellationToken).ConfigureAwait(false);
        var clock = await ClockAsync(session, plan, newest, options.ClockTolerance, cancellationToken).ConfigureAwait(false);
        var loadTime = clock.Microseconds;

        var kept = await session.ExecuteAsync(plan.Reduce, cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync(plan.Analyze, cancellationToken).ConfigureAwait(false);
        if (plan.Duplicates is { } duplicates)
            await BatchGuard.RefuseDuplicatesAsync(session, view, duplicates, cancellationToken).ConfigureAwait(false);
        var changes = await session.ExecuteAsync(
            plan.FindChanges, cancellationToken, view.EventTime is null ? [Parameters.Instant(loadTime), Parameters.Interval(view.Ttl)] : []).ConfigureAwait(false);
        var skipped = await LateAsync(session, plan, options, cancellationToken).ConfigureAwait(false);

        var renewed = plan.Renewals is { } renewals
            ? (await session.QueryAsync(renewals, reader => reader.GetInt64(0), cancellationToken).ConfigureAwait(false))[0]
            : 0;
        var closed = await session.ExecuteAsync(
            plan.Close, cancellationToken, view.EventTime is null ? [Parameters.Instant(loadTime)] : []).ConfigureAwait(false);
        var inserted = await session.ExecuteAsync(plan.Insert, cancellationToken, Parameters.Instant(loadTime), Parameters.Uuid(batchId)).ConfigureAwait(false);
        var expired = plan.Expire is { } expire
            ? await session.ExecuteAsync(expire, cancellationToken, Parameters.Instant(loadTime), Parameters.Interval(view.Ttl)).ConfigureAwait(false)
            : 0;
        await session.ExecuteAsync(CatalogPlanner.Loaded, cancellationToken, Parameters.Text(view.CatalogName), Parameters.Instant(loadTime)).ConfigureAwait(false);
        options.Progress?.Report(new SyncProgress(rows, rows, inserted + closed + expired));
        return new SyncResult
        {
            BatchId = batchId,
            LoadedAt = PgInstant.ToInstant(loadTime),
            ClockAdjusted = clock.IsAdjusted,
            RowsRead = rows,
            Duplicates = rows - kept,
            Unchanged = kept - changes + renewed,
            Skipped = skipped,
            Inserted = inserted,
            Closed = closed,
            Renewed = renewed,
            Expired = expired,
        };
    }

    private static async Task<(long Rows, long? Newest)> InspectAsync(Session session, LoadPlan plan, CancellationToken cancellationToken)
    {
        var (rows, refused, newest) = (await session.QueryAsync(
            plan.Inspect,
            reader => (Rows: reader.GetInt64(0), Refused: reader.GetInt64(1), Newest: reader.IsDBNull(2) ? default(long?) : reader.GetFieldValue<long>(2)),
            cancellationToken).ConfigureAwait(false))[0];
        if (refused > 0)
            throw await BatchGuard.DiagnoseAsync(session, TView.Definition, plan, cancellationToken).ConfigureAwait(false);
        return (rows, newest);
    }

    /// <summary>Events that are a little ahead of the database's clock are waited out, so that no version starts after its load.</summary>
    private static async Task<LoadClock> ClockAsync(Session session, LoadPlan plan, long? newest, TimeSpan tolerance, CancellationToken cancellationToken)
    {
        var view = TView.Definition;
        while (true)
        {
            var clock = await LoadClock.ReadAsync(session, plan, view.CatalogName, cancellationToken).ConfigureAwait(false);
            if (newest is not { } last || last <= clock.Microseconds)
                return clock;
            if (last - clock.Microseconds > tolerance.Ticks / TimeSpan.TicksPerMicrosecond)
                throw await BatchGuard.FutureAsync(session, view, plan.FutureEvents!, clock.Microseconds, tolerance, cancellationToken).ConfigureAwait(false);
            await session.ExecuteAsync(LoadPlan.WaitUntil, cancellationToken, Parameters.Instant(last)).ConfigureAwait(false);
        }
    }

    private static async Task<long> LateAsync(Session session, LoadPlan plan, SyncOptions<TView> options, CancellationToken cancellationToken)
    {
        switch (options.LateArrivals ?? LateArrivals.Reject)
        {
            case LateArrivals.Reject when plan.LateEvents is { } late:
                await BatchGuard.RefuseLateAsync(session, TView.Definition, late, cancellationToken).ConfigureAwait(false);
                return 0;
            case LateArrivals.Skip when plan.SkipLateEvents is { } skip:
                return await session.ExecuteAsync(skip, cancellationToken).ConfigureAwait(false);
            default:
                return 0;
        }
    }

    /// <summary>Once COMMIT is on its way the call is not cancelled any more; a connection lost then leaves the outcome unknown.</summary>
    private static async Task CommitAsync(Session session, Guid batchId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await session.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (NpgsqlException lost) when (lost is not PostgresException)
        {
            throw new UnknownOutcomeException(Identifier.Table(TView.Definition), batchId, lost);
        }
    }
}
