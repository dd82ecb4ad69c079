using Ematix.Sql;
using static Ematix.Sql.ReservedColumns;

namespace Ematix.Planning.Training;

/// <summary>One index probe a spine row and view: the newest start inside, its end tested outside, in the order of the keys.</summary>
internal static class ProbePlanner
{
    public static string Plan(TrainingJoin join)
    {
        var sql = new JoinSql(join);
        return $"""
            {Ctes.Text(join.Spine.With)}SELECT {SqlList.Wrap(sql.Outputs(), 7)}
            FROM (
                SELECT q.*
                FROM {join.Spine.From}{sql.Range("    ")}
                ORDER BY {SqlList.Wrap(sql.KeyOrder("q"), 13)}
            ) AS s
            {string.Join("\n", sql.Views.Select(view => Probe(join, sql, view.Position)))}
            ORDER BY s.{SpineRelation.Row}
            """;
    }

    private static string Probe(TrainingJoin join, JoinSql sql, int view) => $"""
        LEFT JOIN LATERAL (
            SELECT {SqlList.Wrap([.. sql.Columns(view, "v"), $"v.{ValidFrom}"], 11)}
            FROM (
                SELECT {SqlList.Wrap([.. sql.Columns(view, "h"), $"h.{ValidFrom}", $"h.{ValidTo}"], 15)}
                FROM {Identifier.Table(join.Set.Views[view].View)} AS h
                WHERE {SqlList.And([.. sql.SameKey(view, "h", "s"), sql.Started("h", "s"), sql.Visible("h")], 10)}
                ORDER BY h.{ValidFrom} DESC
                LIMIT 1
            ) AS v
            WHERE {SqlList.And([sql.NotEnded("v", "s"), .. sql.Alive(view, "v", "s")], 6)}
        ) AS {JoinSql.Answer(view)} ON true
        """;
}
