using Ematix.Sql;

namespace Ematix.Planning.Training;

/// <summary>
/// One pass over each history, joined to the spine by hash: visible versions of a key never overlap, so that at most one holds at an as-of. An empty
/// version holds at no instant.
/// </summary>
internal static class HashPlanner
{
    public static string Plan(TrainingJoin join)
    {
        var sql = new JoinSql(join);
        return $"""
            {Ctes.Text(join.Spine.With)}SELECT {SqlList.Wrap(sql.Outputs(), 7)}
            FROM (
                SELECT q.*
                FROM {join.Spine.From}{sql.Range("    ")}
            ) AS s
            {string.Join("\n", sql.Views.Select(view => Join(join, sql, view.Position)))}
            ORDER BY s.{SpineRelation.Row}
            """;
    }

    private static string Join(TrainingJoin join, JoinSql sql, int view)
    {
        var version = JoinSql.Answer(view);
        string[] conditions = [.. sql.SameKey(view, version, "s"), sql.Started(version, "s"), sql.NotEnded(version, "s"), .. sql.Alive(view, version, "s")];
        return $"""
            LEFT JOIN {Identifier.Table(join.Set.Views[view].View)} AS {version}
              ON {SqlList.And(conditions, 2)}
            """;
    }
}
