using Ematix.Model;
using Ematix.Planning;
using Ematix.Sql;
using Npgsql;

namespace Ematix.Loading;

/// <summary>One load: rules, ensure, one transaction, commit. All of it or nothing.</summary>
internal static class Load<TView>
    where TView : class, IFeatureView<TView>
{
    public static async Task<SyncResult> RunAsync(FeatureStore store, Source source, SyncOptions<TView>? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(source);
        options ??= new();
        source = source.For(store);
        var view = TView.Definition;
        var model = LoadRules.Model(options);
        LoadRules.Check(view, model);
        LoadRules.CheckValues(view, options);

        var timer = new StepTimer();
        var result = options.DryRun
            ? await TryAsync(store, source, options, model, timer, cancellationToken).ConfigureAwait(false)
            : await RecordedAsync(store, source, options, model, timer, cancellationToken).ConfigureAwait(false);
        result = result with { IsDryRun = options.DryRun, Path = source.Path, Steps = timer.Steps, Duration = timer.Total };
        LoadLog.Loaded(store.LoggerFactory.CreateLogger("Ematix.Loading"), view, result);
        return result;
    }

    /// <summary>A dry run: everything happens in one transaction, which is rolled back.</summary>
    private static async Task<SyncResult> TryAsync(
        FeatureStore store, Source source, SyncOptions<TView> options, LoadOptionsModel model, StepTimer timer, CancellationToken cancellationToken)
    {
        await using var session = await Session.BeginAsync(store, cancellationToken).ConfigureAwait(false);
        if (options.EnsureFirst)
        {
            await Ensure.RunAsync(session, TView.Definition, options.OnDrift, options.LockTimeout, cancellationToken).ConfigureAwait(false);
            timer.Done(SyncStepKind.Ensure);
        }

        return await WriteAsync(session, source, options, model, Guid.CreateVersion7(), timer, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<SyncResult> RecordedAsync(
        FeatureStore store, Source source, SyncOptions<TView> options, LoadOptionsModel model, StepTimer timer, CancellationToken cancellationToken)
    {
        var batchId = Guid.CreateVersion7();
        if (options.EnsureFirst)
        {
            await Ensure.RunAsync(store, TView.Definition, options.OnDrift, options.LockTimeout, cancellationToken).ConfigureAwait(false);
            timer.Done(SyncStepKind.Ensure);
        }

        await RunHistory.StartAsync(store, batchId, TView.Definition, model, cancellationToken).ConfigureAwait(false);
        try
        {
            SyncResult result;
            await using (var session = await Session.BeginAsync(store, cancellationToken).ConfigureAwait(false))
            {
                await RunHistory.HoldAsync(session, batchId, cancellationToken).ConfigureAwait(false);
                timer.Done(SyncStepKind.Begin);
                result = await WriteAsync(session, source, options, model, batchId, timer, cancellationToken).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                await CommitAsync(store, session, batchId).ConfigureAwait(false);
                timer.Done(SyncStepKind.Commit);
            }

            return result;
        }
        catch (Exception cause) when (cause is not UnknownOutcomeException)
        {
            await RunHistory.FailAsync(store, batchId, cause).ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<SyncResult> WriteAsync(
        Session session, Source source, SyncOptions<TView> options, LoadOptionsModel model, Guid batchId, StepTimer timer, CancellationToken cancellationToken)
    {
        var plan = LoadPlanner.Plan(TView.Definition, model);
        await LoadLock.TakeAsync(session, plan, options.LockTimeout, options.StatementTimeout, cancellationToken).ConfigureAwait(false);
        await Drift.CheckColumnsAsync(session, TView.Definition, cancellationToken).ConfigureAwait(false);
        timer.Done(SyncStepKind.Lock);
        await using var remote = source is RemoteSqlSource query ? await RemoteReader.OpenAsync(query, options.StatementTimeout, cancellationToken).ConfigureAwait(false) : null;
        source = remote ?? source;
        plan = await Stage<TView>.PlanAsync(session, source, model, cancellationToken).ConfigureAwait(false);
        var watermark = await WatermarkKeeper.FindAsync(session, plan, model, cancellationToken).ConfigureAwait(false);
        return await new LoadRun<TView>(session, plan, watermark, options, batchId, timer, cancellationToken).WriteAsync(source).ConfigureAwait(false);
    }

    /// <summary>
    /// Once COMMIT is on its way the call is not cancelled any more. A connection lost then says nothing: the run is looked up, never
    /// repeated blindly.
    /// </summary>
    private static async Task CommitAsync(FeatureStore store, Session session, Guid batchId)
    {
        try
        {
            await session.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (NpgsqlException lost) when (lost is not PostgresException)
        {
            // The lost connection would keep its place in the pool, which may have no other.
            await session.DisposeAsync().ConfigureAwait(false);
            switch (await RunHistory.OutcomeAsync(store, batchId).ConfigureAwait(false))
            {
                case true:
                    return;
                case false:
                    throw;
                case null:
                    throw new UnknownOutcomeException(Identifier.Table(TView.Definition), batchId, lost);
            }
        }
    }
}
