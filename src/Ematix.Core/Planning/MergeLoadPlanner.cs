using Ematix.Model;
using Ematix.Sql;
using static Ematix.Planning.ChangePlanner;
using static Ematix.Planning.VersionSql;
using static Ematix.Sql.ReservedColumns;

namespace Ematix.Planning;

/// <summary>Plans loads of mode Merge: one row a key, updated in place; rows that stay as they are are not written.</summary>
internal static class MergeLoadPlanner
{
    /// <summary>With an event time the newest event of a key counts, of tied ones the last in source order; without one, what is left twice for a key differs.</summary>
    public static string Reduce(LoadTarget target) => target.View.EventTime is { } eventTime
        ? $"""
            CREATE TEMPORARY TABLE ematix_batch ON COMMIT DROP AS
            SELECT DISTINCT ON ({SqlList.Wrap(Of("s", target.View.Keys), 20)})
                {SqlList.Wrap(Converted(target.View), 4)}
            FROM {StagePlanner.Stage} AS s
            ORDER BY {SqlList.Wrap([.. Of("s", target.View.Keys), $"{Of("s", eventTime)} DESC", .. target.LastOfTies, $"s.{StagePlanner.RowOrder} DESC"], 9)}
            """
        : SnapshotLoadPlanner.Reduce(target.View);

    /// <summary>New keys, and rows that differ in a column that updates; an older event never overwrites a newer one.</summary>
    public static string FindChanges(LoadTarget target)
    {
        var view = target.View;
        var differs = $"({SqlList.Or(Differs(target, "b", "t"), 7)})";
        var changes = view.EventTime is { } eventTime ? $"{differs}\n      AND {Of("b", eventTime)} >= {Of("t", eventTime)}" : differs;
        return $"""
            CREATE TEMPORARY TABLE ematix_change ON COMMIT DROP AS
            SELECT b.*, t.ctid AS _ematix_updates
            FROM {Batch} AS b
            LEFT JOIN {Identifier.Table(view)} AS t
              ON {SqlList.And(SameKey(view, "t", "b"), 2)}
            WHERE t.ctid IS NULL
               OR {changes}
            """;
    }

    /// <summary>Brings rows that exist up to date.</summary>
    public static string Update(LoadTarget target)
    {
        var assignments = target.Compared.Select(column => $"{Identifier.Quote(column.Column)} = {Of("c", column)}");
        return $"""
            UPDATE {Identifier.Table(target.View)} AS t
            SET {SqlList.Wrap([.. assignments, $"{LoadedAt} = $1", $"{BatchId} = $2"], 4)}
            FROM {Change} AS c
            WHERE t.ctid = c._ematix_updates
            """;
    }

    /// <summary>Adds rows of new keys.</summary>
    public static string Insert(FeatureViewModel view) => $"""
        INSERT INTO {Identifier.Table(view)} (
            {RowColumns(view)})
        SELECT
            {SqlList.Wrap([.. Of("c", view.Columns), "$1", "$2"], 4)}
        FROM {Change} AS c
        WHERE c._ematix_updates IS NULL
        """;

    /// <summary>How many keys there are, and how many of them the source no longer has.</summary>
    public static string CountDeletes(FeatureViewModel view) => $"""
        SELECT count(*), count(*) FILTER (WHERE {Absent(view, "t")})
        FROM {Identifier.Table(view)} AS t
        """;

    /// <summary>The first five of those keys.</summary>
    public static string SampleDeletes(FeatureViewModel view) => $"""
        SELECT {StagePlanner.KeyTexts(view, "t")}
        FROM {Identifier.Table(view)} AS t
        WHERE {Absent(view, "t")}
        ORDER BY {SqlList.Wrap(Of("t", view.Keys), 9)}
        LIMIT 5
        """;

    /// <summary>Deletes the rows whose keys the source no longer has: an anti-join, which NULLs can't mislead.</summary>
    public static string Delete(FeatureViewModel view) => $"""
        DELETE FROM {Identifier.Table(view)} AS t
        WHERE {Absent(view, "t")}
        """;
}
