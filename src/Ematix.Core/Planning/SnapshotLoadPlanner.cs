using Ematix.Model;
using Ematix.Sql;
using static Ematix.Planning.ChangePlanner;
using static Ematix.Planning.VersionSql;
using static Ematix.Sql.ReservedColumns;

namespace Ematix.Planning;

/// <summary>Plans Scd2 loads of views without event time: a version starts when a load first sees it.</summary>
internal static class SnapshotLoadPlanner
{
    /// <summary>Identical duplicates collapse here; what is left twice for a key differs.</summary>
    public static string Reduce(FeatureViewModel view) => $"""
        CREATE TEMPORARY TABLE ematix_batch ON COMMIT DROP AS
        SELECT DISTINCT {SqlList.Wrap(Converted(view), 7)}
        FROM {StagePlanner.Stage} AS s
        """;

    /// <summary>Keys with differing rows: how many, and up to five.</summary>
    public static string Duplicates(FeatureViewModel view) => $"""
        SELECT count(*) OVER (), {StagePlanner.KeyTexts(view, "b")}
        FROM {Batch} AS b
        GROUP BY {SqlList.Wrap(Of("b", view.Keys), 9)}
        HAVING count(*) > 1
        LIMIT 5
        """;

    /// <summary>New keys, changed rows, and unchanged ones older than half their time to live, which are renewed so that they stay alive (twice the age: half an odd number of microseconds would be rounded).</summary>
    public static string FindChanges(LoadTarget target) => $"""
        CREATE TEMPORARY TABLE ematix_change ON COMMIT DROP AS
        SELECT b.*, c.ctid AS _ematix_closes, NOT ({SqlList.Or(Differs(target, "b", "c"), 4)}) AS _ematix_renews{CarryPlanner.FromCurrent(target)}
        FROM {Batch} AS b
        LEFT JOIN {Identifier.Table(target.View)} AS c
          ON {SqlList.And([.. SameKey(target.View, "c", "b"), $"c.{IsCurrent}"], 2)}
        WHERE c.ctid IS NULL
           OR {SqlList.Or(Differs(target, "b", "c"), 3)}
           OR ($1::timestamptz - c.{ValidFrom}) + ($1::timestamptz - c.{ValidFrom}) > $2::interval
        """;

    /// <summary>How many changes only renew.</summary>
    public static string Renewals() => $"""
        SELECT count(*)
        FROM {Change} AS c
        WHERE c._ematix_closes IS NOT NULL AND c._ematix_renews
        """;

    /// <summary>A changed version ends at the load; so does a renewed one, without a gap.</summary>
    public static string Close(FeatureViewModel view) => $"""
        UPDATE {Identifier.Table(view)} AS t
        SET {ValidTo} = $1, {IsCurrent} = false, {ClosedBy} = CASE WHEN c._ematix_renews THEN 'renewal' ELSE 'next' END
        FROM {Change} AS c
        WHERE t.ctid = c._ematix_closes
        """;

    /// <summary>New versions start at the load and are open.</summary>
    public static string Insert(LoadTarget target) => $"""
        INSERT INTO {Identifier.Table(target.View)} (
            {TargetColumns(target.View)})
        SELECT
            {SqlList.Wrap(Of("c", target.View.Columns), 4)},
            $1, NULL, true,
            {RowHashOf(target, "c")},
            $1, $2, NULL
        FROM {Change} AS c
        """;
}
