using Ematix.Model;
using Ematix.Sql;
using static Ematix.Sql.ReservedColumns;

namespace Ematix.Planning;

/// <summary>Plans a load: model and options in, statements out.</summary>
internal static class LoadPlanner
{
    /// <summary>Plans a load in the view's mode.</summary>
    /// <param name="view">The view.</param>
    /// <param name="options">The options of the load.</param>
    /// <param name="incremental">The column by which the source is read, once the source is known; null where all of it is.</param>
    public static LoadPlan Plan(FeatureViewModel view, LoadOptionsModel options, IncrementalColumn? incremental = null)
    {
        var target = LoadTarget.Of(view, options) with { Incremental = incremental };
        var plan = Staging(target) with { Sieve = SievePlanner.Plan(target, options) };
        return view.Mode switch
        {
            SyncMode.Append => plan with { Insert = PlainLoadPlanner.Append(target.View) },
            SyncMode.Truncate => Truncate(plan, target.View),
            SyncMode.Merge => Merge(plan, target, options),
            _ when target.View.EventTime is null => Online(Snapshot(plan, target, options)),
            _ => Online(Events(plan, target, options)),
        };
    }

    private static LoadPlan Staging(LoadTarget target)
    {
        var (view, source) = (target.View, target.Source);
        var incremental = target.Incremental;
        BatchCheck[] checks = [.. BatchChecks.Of(source), .. incremental is null ? [] : WatermarkPlanner.Checks(incremental)];
        FeatureModel[] place = view.Mode switch
        {
            SyncMode.Append => [],
            SyncMode.Scd2 => [.. view.Keys, .. view.Columns.Where(column => column.IsEventTime)],
            _ => [.. view.Keys],
        };
        return new LoadPlan
        {
            View = view,
            Source = source,
            Carried = target.Carried.ToEquatableArray(),
            RenewalTtl = target.RenewalTtl,
            Lock = TargetLock.Take(view),
            LockHolder = TargetLock.Holder(view),
            LockTable = $"LOCK TABLE {Identifier.Table(view)} IN ROW EXCLUSIVE MODE",
            CreateStage = StagePlanner.Create(source, incremental),
            CopyStage = StagePlanner.FromCopy(source, incremental),
            StageQuery = (query, condition) => StagePlanner.FromQuery(source, incremental, query, condition),
            CopyQuery = (query, condition) => SourceQueryPlanner.CopyOut(source, incremental, query, condition),
            CopyFiller = SourceQueryPlanner.FillerBytes(source, incremental),
            Incremental = incremental,
            KeepNew = incremental is null ? null : WatermarkPlanner.KeepNew(incremental, view.Mode),
            NewestRead = incremental is null ? null : WatermarkPlanner.Newest(incremental),
            Inspect = StagePlanner.Inspect(view, checks, place),
            KeepStage = place.Length == 0 || place.Any(column => ChangePlanner.IsRounded(column.Type)) ? null : StagePlanner.Keep,
            Analyze = place.Length == 0 ? null : ChangePlanner.Analyze(place),
            Diagnose = StagePlanner.Diagnose(checks),
            Checks = checks.ToEquatableArray(),
            Sample = check => StagePlanner.Sample(view, check),
            Clock = CatalogPlanner.Clock,
            KeepWindow = view.EventTime is { } bounded ? StagePlanner.KeepWindow(bounded) : null,
            FutureEvents = view.EventTime is { } eventTime ? StagePlanner.FutureEvents(view, eventTime) : null,
            SkipFutureEvents = view.EventTime is { } skipped ? StagePlanner.SkipFutureEvents(skipped) : null,
            NewestEvent = view.EventTime is { } newest ? StagePlanner.NewestEvent(newest) : null,
            Insert = "",
        };
    }

    private static LoadPlan Truncate(LoadPlan plan, FeatureViewModel view) => plan with
    {
        Reduce = SnapshotLoadPlanner.Reduce(view),
        Duplicates = SnapshotLoadPlanner.Duplicates(view),
        Delete = PlainLoadPlanner.Clear(view),
        Insert = PlainLoadPlanner.Replace(view),
    };

    private static LoadPlan Merge(LoadPlan plan, LoadTarget target, LoadOptionsModel options) => plan with
    {
        Reduce = MergeLoadPlanner.Reduce(target),
        Duplicates = target.View.EventTime is null ? SnapshotLoadPlanner.Duplicates(target.View) : null,
        FindChanges = MergeLoadPlanner.FindChanges(target),
        Update = MergeLoadPlanner.Update(target),
        Insert = MergeLoadPlanner.Insert(target.View),
        CountDeletes = options.HandleDeletes == HandleDeletes.Hard ? MergeLoadPlanner.CountDeletes(target.View) : null,
        SampleDeletes = options.HandleDeletes == HandleDeletes.Hard ? MergeLoadPlanner.SampleDeletes(target.View) : null,
        Delete = options.HandleDeletes == HandleDeletes.Hard ? MergeLoadPlanner.Delete(target.View) : null,
    };

    private static LoadPlan Snapshot(LoadPlan plan, LoadTarget target, LoadOptionsModel options) => plan with
    {
        Reduce = SnapshotLoadPlanner.Reduce(target.Source),
        Duplicates = SnapshotLoadPlanner.Duplicates(target.View),
        FindChanges = SnapshotLoadPlanner.FindChanges(target),
        Renewals = target.RenewalTtl is not null ? SnapshotLoadPlanner.Renewals() : null,
        CountDeletes = options.HandleDeletes == HandleDeletes.Soft ? DeletePlanner.Count(target.View) : null,
        SampleDeletes = options.HandleDeletes == HandleDeletes.Soft ? DeletePlanner.Sample(target.View) : null,
        Delete = options.HandleDeletes == HandleDeletes.Soft ? DeletePlanner.Delete(target.View) : null,
        Close = SnapshotLoadPlanner.Close(target.View),
        Insert = SnapshotLoadPlanner.Insert(target),
        Expire = Expire(target.View, options),
    };

    private static LoadPlan Events(LoadPlan plan, LoadTarget target, LoadOptionsModel options) => plan with
    {
        Reduce = EventLoadPlanner.Reduce(target),
        FindChanges = EventLoadPlanner.FindChanges(target),
        LateEvents = EventLoadPlanner.LateEvents(target.View),
        SkipLateEvents = EventLoadPlanner.SkipLateEvents(),
        Close = EventLoadPlanner.Close(target.View),
        Insert = EventLoadPlanner.Insert(target),
        Expire = Expire(target.View, options),
    };

    private static LoadPlan Online(LoadPlan plan) => plan.View switch
    {
        { Online: false } => plan,
        { OnlineStore: OnlineStore.MaterializedView } => plan with { RefreshOnline = OnlinePlanner.Refresh(plan.View) },
        _ => plan with
        {
            DeleteOnline = plan.Delete is null ? null : OnlinePlanner.Delete(plan.View),
            UpsertOnline = OnlinePlanner.Upsert(plan.View),
            ExpireOnline = plan.Expire is null ? null : OnlinePlanner.Expire(plan.View),
        },
    };

    /// <summary>A time-to-live end is housekeeping: to a later load such a version counts as open.</summary>
    private static string? Expire(FeatureViewModel view, LoadOptionsModel options) => (options.Ttl ?? view.Ttl) is null ? null : $"""
        UPDATE {Identifier.Table(view)} AS t
        SET {ValidTo} = $1, {IsCurrent} = false, {ClosedBy} = 'ttl'
        WHERE t.{IsCurrent}
          AND $1 - t.{ValidFrom} > $2::interval
        """;
}
