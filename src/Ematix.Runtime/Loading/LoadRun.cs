using Ematix.Planning;
using Ematix.Runtime;

namespace Ematix.Loading;

/// <summary>The steps of one load inside its transaction, under the target's lock: stage, clock, check, delete, close, insert, expire, catalog.</summary>
internal sealed class LoadRun<TView>(
    Session session, LoadPlan plan, WatermarkKeeper? watermark, SyncOptions<TView> options, Guid batchId, StepTimer timer, CancellationToken cancellationToken)
    where TView : class, IFeatureView<TView>
{
    public async Task<SyncResult> WriteAsync(Source source)
    {
        await RunAsync(SessionSql.RoomToWork).ConfigureAwait(false);
        var staged = await Stage<TView>.FillAsync(session, plan, source, watermark, options.Progress, cancellationToken).ConfigureAwait(false);
        await KeepWindowAsync().ConfigureAwait(false);
        timer.Done(SyncStepKind.Stage);
        var (rows, newest, mayRepeat) = await InspectAsync().ConfigureAwait(false);
        options.Progress?.Report(new SyncProgress(staged.Read, rows + staged.Known, 0));
        timer.Done(SyncStepKind.Inspect);
        var (clock, future) = await ClockAsync(newest).ConfigureAwait(false);
        var loadTime = Math.Min(clock.Microseconds, staged.LatestClock);
        var readTo = watermark is null ? null : await watermark.MoveAsync(session, batchId, loadTime, cancellationToken).ConfigureAwait(false);
        timer.Done(SyncStepKind.Clock);

        var (kept, changes) = await CompareAsync(staged, rows - future, mayRepeat, loadTime).ConfigureAwait(false);
        var late = await LateAsync().ConfigureAwait(false);
        var renewed = plan.Renewals is { } renewals ? (await session.QueryAsync(renewals, reader => reader.GetInt64(0), cancellationToken).ConfigureAwait(false))[0] : 0;
        Done(SyncStepKind.FindChanges, plan.FindChanges);

        var deleted = await DeleteAsync(rows, loadTime).ConfigureAwait(false);
        var closed = await RunAsync(SyncStepKind.Close, plan.Close, plan.View.EventTime is null ? [Parameters.Instant(loadTime)] : []).ConfigureAwait(false);
        var updated = await RunAsync(SyncStepKind.Update, plan.Update, Parameters.Instant(loadTime), Parameters.Uuid(batchId)).ConfigureAwait(false);
        var inserted = await RunAsync(SyncStepKind.Insert, plan.Insert, [Parameters.Instant(loadTime), Parameters.Uuid(batchId), .. IsSnapshot ? [] : CarryTtl()]).ConfigureAwait(false);
        var expired = await RunAsync(SyncStepKind.Expire, plan.Expire, Parameters.Instant(loadTime), Parameters.Interval(options.Ttl ?? plan.View.Ttl)).ConfigureAwait(false);
        if (inserted + closed + deleted + expired > 0)
            await OnlineAsync(deleted > 0, expired > 0, loadTime).ConfigureAwait(false);
        if (await RunAsync(CatalogPlanner.Loaded, Parameters.Text(plan.View.CatalogName), Parameters.Instant(loadTime)).ConfigureAwait(false) == 0)
            throw new NotRegisteredException(Sql.Identifier.Table(plan.View), plan.View.CatalogName);
        options.Progress?.Report(new SyncProgress(staged.Read, rows + staged.Known, inserted + updated + closed + deleted + expired));
        var result = new SyncResult
        {
            BatchId = batchId,
            LoadedAt = PgInstant.ToInstant(loadTime),
            ClockAdjusted = clock.IsAdjusted,
            Watermark = readTo,
            RowsRead = staged.Read,
            RowsStaged = rows + staged.Known,
            Duplicates = rows - future - kept,
            Unchanged = staged.Known + kept - changes + renewed,
            Skipped = late + future,
            Inserted = inserted,
            Updated = updated,
            Deleted = deleted,
            Closed = closed,
            Renewed = renewed,
            Expired = expired,
        };
        if (!options.DryRun)
            await RunHistory.FinishAsync(session, plan.View.CatalogName, result, loadTime, cancellationToken).ConfigureAwait(false);
        timer.Done(SyncStepKind.Catalog);
        return result;
    }

    private async Task<long> RunAsync(SyncStepKind step, string? statement, params Npgsql.NpgsqlParameter[] parameters)
    {
        var rows = await RunAsync(statement, parameters).ConfigureAwait(false);
        Done(step, statement);
        return rows;
    }

    private void Done(SyncStepKind step, string? statement)
    {
        if (statement is not null)
            timer.Done(step);
    }

    private async Task<long> RunAsync(string? statement, params Npgsql.NpgsqlParameter[] parameters) =>
        statement is null ? 0 : await session.ExecuteAsync(statement, cancellationToken, parameters).ConfigureAwait(false);

    private async Task KeepWindowAsync()
    {
        if (options.BackfillWindow is { } window)
            await RunAsync(plan.KeepWindow, Parameters.Instant(PgInstant.Floor(window.From)), Parameters.Instant(PgInstant.Floor(window.To))).ConfigureAwait(false);
    }

    private async Task<(long Rows, long? Newest, bool MayRepeat)> InspectAsync()
    {
        var (rows, refused, newest, places) = (await session.QueryAsync(
            plan.Inspect,
            reader => (Rows: reader.GetInt64(0), Refused: reader.GetInt64(1), Newest: LoadClock.InstantOrNull(reader, 2), Places: reader.GetInt64(3)),
            cancellationToken).ConfigureAwait(false))[0];
        if (refused > 0)
            throw await BatchGuard.DiagnoseAsync(session, plan, cancellationToken).ConfigureAwait(false);
        return (rows, newest, places < rows);
    }

    /// <summary>Events that are a little ahead of the database's clock are waited out, so that no version starts after its load.</summary>
    private async Task<(LoadClock Clock, long Skipped)> ClockAsync(long? newest)
    {
        var skipped = 0L;
        while (true)
        {
            var clock = await LoadClock.ReadAsync(session, plan, cancellationToken).ConfigureAwait(false);
            if (newest is not { } last || last <= clock.Microseconds)
                return (clock, skipped);
            // A clock that has gone back is not waited for: it may be hours behind, and the lock is held meanwhile.
            var limit = Math.Max(clock.Microseconds, clock.Database + (options.ClockTolerance.Ticks / TimeSpan.TicksPerMicrosecond));
            if (last <= limit)
            {
                await RunAsync(LoadPlan.WaitUntil, Parameters.Instant(last)).ConfigureAwait(false);
                continue;
            }

            if (options.FutureEvents == FutureEvents.Reject)
                throw await BatchGuard.FutureAsync(session, plan, clock.Microseconds, options.ClockTolerance, cancellationToken).ConfigureAwait(false);
            skipped += await RunAsync(plan.SkipFutureEvents, Parameters.Instant(limit)).ConfigureAwait(false);
            newest = (await session.QueryAsync(plan.NewestEvent!, reader => LoadClock.InstantOrNull(reader, 0), cancellationToken).ConfigureAwait(false))[0];
        }
    }

    /// <returns>How many rows count, and how many of them change something.</returns>
    private async Task<(long Kept, long Changes)> CompareAsync(Staged staged, long rows, bool mayRepeat, long loadTime)
    {
        if (staged.IsSieved && plan.Sieve is { TakeChanges: { } take } sieve)
        {
            await RunAsync(take).ConfigureAwait(false);
            return (rows, rows - await RunAsync(sieve.SkipRenewals, Parameters.Instant(loadTime), Parameters.Interval(plan.RenewalTtl)).ConfigureAwait(false));
        }

        var kept = await ReduceAsync(rows, mayRepeat).ConfigureAwait(false);
        return (kept, await FindChangesAsync(kept, loadTime).ConfigureAwait(false));
    }

    private async Task<long> ReduceAsync(long rows, bool mayRepeat)
    {
        if (plan.Reduce is not { } reduce)
            return rows;
        var kept = rows;
        if (plan.KeepStage is { } keep && !mayRepeat)
            await RunAsync(keep).ConfigureAwait(false);
        else
            kept = await RunAsync(reduce).ConfigureAwait(false);
        await RunAsync(plan.Analyze).ConfigureAwait(false);
        if (mayRepeat && plan.Duplicates is not null)
            await BatchGuard.RefuseDuplicatesAsync(session, plan, cancellationToken).ConfigureAwait(false);
        timer.Done(SyncStepKind.Reduce);
        return kept;
    }

    private Task<long> FindChangesAsync(long kept, long loadTime) => plan.FindChanges is { } find
        ? RunAsync(find, IsSnapshot ? [Parameters.Instant(loadTime), Parameters.Interval(plan.RenewalTtl), .. CarryTtl()] : CarryTtl())
        : Task.FromResult(kept);

    /// <summary>By which versions are alive, where columns are carried from them.</summary>
    private Npgsql.NpgsqlParameter[] CarryTtl() => plan.Carried.Count > 0 ? [Parameters.Interval(plan.View.Ttl)] : [];

    private async Task<long> LateAsync()
    {
        switch (options.LateArrivals ?? (options.BackfillWindow is null ? LateArrivals.Reject : LateArrivals.Insert))
        {
            case LateArrivals.Reject when plan.LateEvents is not null:
                await BatchGuard.RefuseLateAsync(session, plan, cancellationToken).ConfigureAwait(false);
                return 0;
            case LateArrivals.Skip:
                return await RunAsync(plan.SkipLateEvents).ConfigureAwait(false);
            default:
                return 0;
        }
    }

    private async Task<long> DeleteAsync(long rows, long loadTime)
    {
        Npgsql.NpgsqlParameter[] Bound() => plan.View.Mode == SyncMode.Scd2 ? [Parameters.Instant(loadTime), Parameters.Interval(plan.View.Ttl)] : [];
        await DeleteGuard.CheckAsync(session, plan, Bound, rows, options.MaxDeleteFraction, options.AllowEmptySource, cancellationToken).ConfigureAwait(false);
        return await RunAsync(SyncStepKind.Delete, plan.Delete, Bound()).ConfigureAwait(false);
    }

    /// <summary>The snapshot changes with history; of a table only what the load changed. What has ended is looked for in all of it, so only where something has.</summary>
    private async Task OnlineAsync(bool hasDeleted, bool hasExpired, long loadTime)
    {
        await RunAsync(hasDeleted ? plan.DeleteOnline : null, Parameters.Instant(loadTime), Parameters.Interval(plan.View.Ttl)).ConfigureAwait(false);
        await RunAsync(plan.UpsertOnline).ConfigureAwait(false);
        await RunAsync(hasExpired ? plan.ExpireOnline : null, Parameters.Instant(loadTime), Parameters.Interval(options.Ttl ?? plan.View.Ttl)).ConfigureAwait(false);
        await RunAsync(plan.RefreshOnline).ConfigureAwait(false);
        Done(SyncStepKind.Online, plan.RefreshOnline ?? plan.UpsertOnline);
    }

    private bool IsSnapshot => plan.View is { Mode: SyncMode.Scd2, EventTime: null };
}
