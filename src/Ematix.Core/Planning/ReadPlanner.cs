using Ematix.Model;
using Ematix.Sql;
using static Ematix.Planning.ReadSql;
using static Ematix.Sql.ReservedColumns;

namespace Ematix.Planning;

/// <summary>Plans reads: point in time, online, history; for one key and for many.</summary>
internal static class ReadPlanner
{
    /// <summary>
    /// The version alive at an instant. The newest start is found first and its end tested after: a lookup in a gap is one index probe,
    /// not a walk over the key's history.
    /// </summary>
    public static string PointInTime(FeatureViewModel view)
    {
        var asOf = VersionSql.Parameter(VersionSql.KeyCount(view) + 1);
        var ttl = VersionSql.Parameter(VersionSql.KeyCount(view) + 2);
        return $"""
            SELECT {SqlList.Wrap(VersionSql.Of("v", view.Columns), 7)}
            FROM (
                SELECT {SqlList.Wrap([.. VersionSql.Of("h", view.Columns), $"h.{ValidFrom}", $"h.{ValidTo}"], 11)}
                FROM {Identifier.Table(view)} AS h
                WHERE {SqlList.And([.. KeyParameters(view, "h"), Started("h", asOf), Visible("h")], 6)}
                ORDER BY h.{ValidFrom} DESC
                LIMIT 1
            ) AS v
            WHERE {NotEnded("v", asOf)}
              AND {Alive("v", asOf, ttl)}
            """;
    }

    /// <summary>The same for many keys, each with its own instant; answers carry the position of their question, from 1.</summary>
    public static string PointInTimeMany(FeatureViewModel view)
    {
        var ttl = VersionSql.Parameter(VersionSql.KeyCount(view) + 2);
        return $"""
            SELECT {SqlList.Wrap(["k.position", .. VersionSql.Of("v", view.Columns)], 7)}
            FROM {Questions(view, ("as_of", "timestamptz"))}
            CROSS JOIN LATERAL (
                SELECT {SqlList.Wrap([.. VersionSql.Of("h", view.Columns), $"h.{ValidFrom}", $"h.{ValidTo}"], 11)}
                FROM {Identifier.Table(view)} AS h
                WHERE {SqlList.And([.. QuestionKeys(view, "h"), Started("h", "k.as_of"), Visible("h")], 6)}
                ORDER BY h.{ValidFrom} DESC
                LIMIT 1
            ) AS v
            WHERE {NotEnded("v", "k.as_of")}
              AND {Alive("v", "k.as_of", ttl)}
            """;
    }

    /// <summary>The current row of a key, if it is alive at the database's clock.</summary>
    public static string Online(FeatureViewModel view) => $"""
        SELECT {SqlList.Wrap(VersionSql.Of("c", view.Columns), 7)}
        FROM {OnlineTable(view)} AS c
        WHERE {SqlList.And([.. KeyParameters(view, "c"), .. Current(view, VersionSql.Parameter(VersionSql.KeyCount(view) + 1))], 2)}
        """;

    /// <summary>The same for many keys; answers carry the position of their question, from 1.</summary>
    public static string OnlineMany(FeatureViewModel view) => $"""
        SELECT {SqlList.Wrap(["k.position", .. VersionSql.Of("c", view.Columns)], 7)}
        FROM {Questions(view)}
        JOIN {OnlineTable(view)} AS c
          ON {SqlList.And([.. QuestionKeys(view, "c"), .. Current(view, VersionSql.Parameter(VersionSql.KeyCount(view) + 1))], 2)}
        """;

    /// <summary>All versions of a key, oldest first; of equal starts the replaced one first.</summary>
    public static string History(FeatureViewModel view)
    {
        string[] versionColumns = [ValidFrom, ValidTo, IsCurrent, LoadedAt, BatchId, ClosedBy];
        return $"""
            SELECT {SqlList.Wrap([.. VersionSql.Of("h", view.Columns), .. versionColumns.Select(column => "h." + column)], 7)}
            FROM {Identifier.Table(view)} AS h
            WHERE {SqlList.And([.. KeyParameters(view, "h"), $"({VersionSql.Parameter(VersionSql.KeyCount(view) + 1)}::boolean OR {Visible("h")})"], 2)}
            ORDER BY h.{ValidFrom}, h.{LoadedAt}
            """;
    }

    /// <summary>The same read under a text of its own, so that no session has prepared it.</summary>
    public static string Fresh(string read, int number) => $"{read}\n-- {number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>Only Scd2 tables have versions, and a TTL; other modes keep plain rows.</summary>
    private static IEnumerable<string> Current(FeatureViewModel view, string ttl) =>
        view.Mode == SyncMode.Scd2 ? [.. view.Online ? (string[])[] : [$"c.{IsCurrent}"], Alive("c", "pg_catalog.clock_timestamp()", ttl)] : [];

    /// <summary>The snapshot, where there is one; it holds exactly the current versions.</summary>
    private static string OnlineTable(FeatureViewModel view) =>
        view is { Mode: SyncMode.Scd2, Online: true } ? OnlinePlanner.Name(view) : Identifier.Table(view);

    /// <summary>With several arrays the grammar itself finds the built-in unnest, and takes no qualified name; with one it would search for it.</summary>
    private static string Questions(FeatureViewModel view, params (string Name, string Type)[] more)
    {
        (string Name, string Type)[] columns =
            [.. view.Keys.Select((key, i) => ($"key_{i + 1}", Type: TypeMap.Staged(key.Type))), .. more];
        var arrays = columns.Select((column, i) => $"{VersionSql.Parameter(i + 1)}::{TypeMap.Qualified(column.Type)}[]");
        var unnest = columns.Length > 1 ? "unnest" : "pg_catalog.unnest";
        return $"{unnest}({string.Join(", ", arrays)}) WITH ORDINALITY AS k ({string.Join(", ", columns.Select(column => column.Name))}, position)";
    }

    private static IEnumerable<string> QuestionKeys(FeatureViewModel view, string alias) =>
        view.Keys.Select((key, i) => Compare(VersionSql.Of(alias, key), "=", $"k.key_{i + 1}"));
}
