using Ematix.Sql;
using static Ematix.Sql.ReservedColumns;

namespace Ematix.Planning.Training;

/// <summary>
/// Finds the newest start for each spine row first, as the place of its row in the table, and fetches and tests the version after: only narrow
/// rows are sorted. In one snapshot a place is as good as a key.
/// </summary>
internal static class PickPlanner
{
    /// <summary>One ordered pass over spine and history together: each spine row takes the version that stands before it.</summary>
    public static string OnePass(TrainingJoin join) => Plan(join, OnePassPick, (sql, view, version) => [sql.NotEnded(version, "s"), .. sql.Alive(view, version, "s")]);

    /// <summary>
    /// What had been loaded by an instant. Ends are ignored, for later loads may have set them; but a delete that was known ends its key. Empty versions
    /// count: they were replaced later.
    /// </summary>
    public static string AsKnown(TrainingJoin join) => Plan(join, KnownPick, (sql, view, version) =>
    [
        .. sql.Alive(view, version, "s"),
        .. join.Set.Views[view].View.EventTime is null ? [sql.NotDeleted(view, version, "s")] : (string[])[],
    ]);

    private static string Plan(TrainingJoin join, Func<TrainingJoin, JoinSql, int, string> pick, Func<JoinSql, int, string, string[]> tests)
    {
        var sql = new JoinSql(join);
        return $"""
            {Ctes.Text([join.Spine.With, Rows(join, sql), .. sql.Views.Select(view => pick(join, sql, view.Position))])}SELECT {SqlList.Wrap(sql.Outputs(), 7)}
            FROM spine_rows AS s
            {string.Join("\n", sql.Views.Select(view => Fetch(join, sql, view.Position, tests(sql, view.Position, "h"))))}
            ORDER BY s.{SpineRelation.Row}
            """;
    }

    private static string Rows(TrainingJoin join, JoinSql sql) => $"""
        spine_rows AS MATERIALIZED (
            SELECT q.*
            FROM {join.Spine.From}{sql.Range("    ")}
        )
        """;

    private static string Fetch(TrainingJoin join, JoinSql sql, int view, string[] tests)
    {
        var picked = "p" + JoinSql.Number(view + 1);
        return $"""
            LEFT JOIN pick_{JoinSql.Number(view + 1)} AS {picked} ON {sql.Compare($"{picked}.{SpineRelation.Row}", "=", $"s.{SpineRelation.Row}")}
            LEFT JOIN LATERAL (
                SELECT {SqlList.Wrap([.. sql.Columns(view, "h"), $"h.{ValidFrom}"], 11)}
                FROM {Identifier.Table(join.Set.Views[view].View)} AS h
                WHERE {SqlList.And([sql.Compare("h.ctid", "=", $"{picked}.place"), .. tests], 6)}
            ) AS {JoinSql.Answer(view)} ON true
            """;
    }

    private static string OnePassPick(TrainingJoin join, JoinSql sql, int view)
    {
        var keys = sql.VersionKeys(view, "h").Select((_, i) => "key_" + JoinSql.Number(i + 1)).ToArray();
        var unionKeys = string.Join(", ", keys.Select(key => "u." + key));
        return $"""
            pick_{JoinSql.Number(view + 1)} AS MATERIALIZED (
                SELECT n.{SpineRelation.Row}, n.place
                FROM (
                    SELECT u.{SpineRelation.Row}, pg_catalog.first_value(u.place) OVER (PARTITION BY {unionKeys}, u.nth ORDER BY u.at, u.kind) AS place
                    FROM (
                        SELECT u.*, pg_catalog.count(u.place) OVER (PARTITION BY {unionKeys} ORDER BY u.at, u.kind ROWS UNBOUNDED PRECEDING) AS nth
                        FROM (
                            SELECT {SqlList.Wrap([.. Named(sql.VersionKeys(view, "h"), keys), $"h.{ValidFrom} AS at", "0 AS kind", "h.ctid AS place", $"NULL::{sql.Type(join.Spine.RowType)} AS {SpineRelation.Row}"], 23)}
                            FROM {Identifier.Table(join.Set.Views[view].View)} AS h
                            WHERE {sql.Visible("h")}
                              AND EXISTS (SELECT FROM spine_rows AS s WHERE {string.Join(" AND ", sql.SameKey(view, "h", "s"))})
                            UNION ALL
                            SELECT {SqlList.Wrap([.. sql.SpineKeys(view, "s"), sql.AsOf("s"), sql.IsBefore ? "-1" : "1", $"NULL::{sql.Type("tid")}", $"s.{SpineRelation.Row}"], 23)}
                            FROM spine_rows AS s
                            WHERE {sql.AsOf("s")} IS NOT NULL
                        ) AS u
                    ) AS u
                ) AS n
                WHERE n.{SpineRelation.Row} IS NOT NULL AND n.place IS NOT NULL
            )
            """;
    }

    private static string KnownPick(TrainingJoin join, JoinSql sql, int view) => $"""
        pick_{JoinSql.Number(view + 1)} AS MATERIALIZED (
            SELECT DISTINCT ON (s.{SpineRelation.Row}) s.{SpineRelation.Row}, h.ctid AS place
            FROM spine_rows AS s
            JOIN {Identifier.Table(join.Set.Views[view].View)} AS h
              ON {SqlList.And([.. sql.SameKey(view, "h", "s"), sql.Started("h", "s"), sql.Known(view, "h")], 6)}
            ORDER BY s.{SpineRelation.Row}, h.{ValidFrom} DESC, h.{LoadedAt} DESC
        )
        """;

    private static IEnumerable<string> Named(IEnumerable<string> expressions, string[] names) =>
        expressions.Zip(names, (expression, name) => $"{expression} AS {name}");
}
