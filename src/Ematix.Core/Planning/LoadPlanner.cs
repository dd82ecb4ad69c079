using Ematix.Model;
using Ematix.Sql;
using static Ematix.Sql.ReservedColumns;

namespace Ematix.Planning;

/// <summary>Plans a load: model in, statements out.</summary>
internal static class LoadPlanner
{
    /// <summary>Plans an Scd2 load.</summary>
    public static LoadPlan Plan(FeatureViewModel view)
    {
        BatchCheck[] checks = [.. BatchChecks.Of(view)];
        var eventTime = view.EventTime;
        return new LoadPlan
        {
            Lock = TargetLock.Take(view),
            LockHolder = TargetLock.Holder(view),
            LockTable = $"LOCK TABLE {Identifier.Table(view)} IN ROW EXCLUSIVE MODE",
            CreateStage = StagePlanner.Create(view),
            CopyStage = StagePlanner.FromCopy(view),
            StageQuery = query => StagePlanner.FromQuery(view, query),
            Inspect = StagePlanner.Inspect(view, checks),
            Diagnose = StagePlanner.Diagnose(checks),
            Checks = checks.ToEquatableArray(),
            Sample = check => StagePlanner.Sample(view, check),
            Clock = CatalogPlanner.Clock,
            FutureEvents = eventTime is null ? null : StagePlanner.FutureEvents(view, eventTime),
            Reduce = eventTime is null ? SnapshotLoadPlanner.Reduce(view) : EventLoadPlanner.Reduce(view),
            Analyze = $"ANALYZE {ChangePlanner.Batch}",
            Duplicates = eventTime is null ? SnapshotLoadPlanner.Duplicates(view) : null,
            FindChanges = eventTime is null ? SnapshotLoadPlanner.FindChanges(view) : EventLoadPlanner.FindChanges(view),
            Renewals = eventTime is null && view.Ttl is not null ? SnapshotLoadPlanner.Renewals() : null,
            LateEvents = eventTime is null ? null : EventLoadPlanner.LateEvents(view),
            SkipLateEvents = eventTime is null ? null : EventLoadPlanner.SkipLateEvents(),
            Close = eventTime is null ? SnapshotLoadPlanner.Close(view) : EventLoadPlanner.Close(view),
            Insert = eventTime is null ? SnapshotLoadPlanner.Insert(view) : EventLoadPlanner.Insert(view),
            Expire = view.Ttl is null ? null : Expire(view),
        };
    }

    /// <summary>A time-to-live end is housekeeping: to a later load such a version counts as open.</summary>
    private static string Expire(FeatureViewModel view) => $"""
        UPDATE {Identifier.Table(view)} AS t
        SET {ValidTo} = $1, {IsCurrent} = false, {ClosedBy} = 'ttl'
        WHERE t.{IsCurrent}
          AND $1 - t.{ValidFrom} > $2::interval
        """;
}
