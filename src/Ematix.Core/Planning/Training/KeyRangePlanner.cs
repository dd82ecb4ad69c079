using Ematix.Sql;

namespace Ematix.Planning.Training;

/// <summary>
/// Cuts a spine by the order of its keys, one range for each of several connections: so each brings in its own pages of the histories. Where a cut lies decides
/// about speed only; that each row is in one range does not depend on it.
/// </summary>
internal static class KeyRangePlanner
{
    private const int Sampled = 20_000;

    /// <summary>Keys of a sample that lie between ranges of about one size, in ascending order: a row a cut, a text a key. Fewer than asked for where too few rows have keys.</summary>
    /// <param name="join">The join; its spine is in a table.</param>
    /// <param name="ranges">How many ranges there are to be.</param>
    /// <param name="rows">About how many rows the table has.</param>
    public static string Cuts(TrainingJoin join, int ranges, long rows)
    {
        var keys = new JoinSql(join).KeyOrder("q").ToArray();
        string[] names = [.. keys.Select((_, i) => "key_" + JoinSql.Number(i + 1))];
        return $"""
            SELECT {string.Join(", ", names.Select(name => $"s.{name}::text"))}
            FROM (
                SELECT
                    {SqlList.Lines([.. keys.Zip(names, (key, name) => $"{key} AS {name}"), $"pg_catalog.row_number() OVER (ORDER BY {string.Join(", ", keys)}) AS nth", "pg_catalog.count(*) OVER () AS number"], 8)}
                FROM {join.Spine.Table} AS q TABLESAMPLE pg_catalog.system ({JoinSql.Number(Percent(rows))}) REPEATABLE (1)
                WHERE {SqlList.And(keys.Select(key => $"{key} IS NOT NULL"), 6)}
            ) AS s
            WHERE s.nth % (s.number / {JoinSql.Number(ranges)} + 1) = 0
            ORDER BY s.nth
            """;
    }

    /// <summary>The rows of a range: above the cut before it, and not above the one after it. What has no place in the order is in the first range.</summary>
    /// <param name="join">The join.</param>
    /// <param name="range">Its number, from 0.</param>
    /// <param name="ranges">How many there are.</param>
    public static SpineRelation Range(TrainingJoin join, int range, int ranges)
    {
        var keys = new JoinSql(join).TypedOrder("q");
        var spine = range == 0 ? join.Spine : join.Spine.Where($"{Above(range - 1)} IS TRUE");
        return range == ranges - 1 ? spine : spine.Where($"{Above(range)} IS NOT TRUE");

        string Above(int cut) => $"(ROW({string.Join(", ", keys.Select(key => key.Value))}) > ROW({string.Join(", ", keys.Select((key, i) => TrainingValues.Read(TrainingValues.Cut(cut, i), key.Type)))}))";
    }

    private static long Percent(long rows) => System.Math.Min(100, (100L * Sampled / System.Math.Max(rows, 1)) + 1);
}
