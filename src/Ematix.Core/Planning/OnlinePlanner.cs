using Ematix.Model;
using Ematix.Sql;
using static Ematix.Planning.VersionSql;
using static Ematix.Sql.ReservedColumns;

namespace Ematix.Planning;

/// <summary>Plans the online snapshot: exactly the current versions, with their starts, changed in the transaction that changes history.</summary>
internal static class OnlinePlanner
{
    /// <summary>The snapshot, quoted and qualified.</summary>
    public static string Name(FeatureViewModel view) => Identifier.Qualified(view.Schema, DerivedNames.Online(view.Table));

    /// <summary>Creates the snapshot with its unique index and fills it from history. The columns are listed: a star would freeze into today's columns all the same, and hide it.</summary>
    public static string Create(FeatureViewModel view) => view.OnlineStore == OnlineStore.Table
        ? $"""
            CREATE TABLE {Name(view)} (
                {SqlList.Lines(TableColumns(view), 4)}
            ) WITH (fillfactor = 85);
            {KeyIndex(view)};
            INSERT INTO {Name(view)} ({Columns(view)})
            {Current(view)}
            """
        : $"""
            CREATE MATERIALIZED VIEW {Name(view)} AS
            {Current(view)};
            {KeyIndex(view)}
            """;

    /// <summary>Drops the snapshot, to be built anew: everything in it comes from history.</summary>
    public static string Drop(FeatureViewModel view, bool isTable) => $"DROP {(isTable ? "TABLE" : "MATERIALIZED VIEW")} {Name(view)}";

    /// <summary>The kind of the relation that stands where the snapshot belongs, and its columns in order. Parameters: schema, name.</summary>
    public const string Probe = """
        SELECT c.relkind::text, array_agg(a.attname::text || ' ' || format_type(a.atttypid, a.atttypmod) ORDER BY a.attnum)
        FROM pg_class AS c
        JOIN pg_namespace AS n ON n.oid = c.relnamespace
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE n.nspname = $1 AND c.relname = $2
        GROUP BY c.relkind
        """;

    /// <summary>What <see cref="Probe"/> answers for a snapshot that is as the view says.</summary>
    public static IReadOnlyList<string> ExpectedColumns(FeatureViewModel view) =>
        [.. view.Columns.Select(column => $"{column.Column} {TypeMap.Reported(column.Type)}"), $"{ValidFrom} {TypeMap.Reported("timestamptz")}"];

    /// <summary>Brings the materialized view up to date; readers go on meanwhile.</summary>
    public static string Refresh(FeatureViewModel view) => $"REFRESH MATERIALIZED VIEW CONCURRENTLY {Name(view)}";

    /// <summary>Writes the current versions of the keys that changed.</summary>
    public static string Upsert(FeatureViewModel view)
    {
        string[] values = [.. view.Features.Select(feature => Identifier.Quote(feature.Column)), ValidFrom];
        var keys = string.Join(", ", view.Keys.Select(key => Identifier.Quote(key.Column)));
        return $"""
            INSERT INTO {Name(view)} AS o ({Columns(view)})
            SELECT {SqlList.Wrap([.. Of("t", view.Columns), $"t.{ValidFrom}"], 7)}
            FROM (SELECT DISTINCT {keys} FROM {ChangePlanner.Change}) AS c
            JOIN {Identifier.Table(view)} AS t
              ON {SqlList.And([.. SameKey(view, "t", "c"), $"t.{IsCurrent}"], 2)}
            ON CONFLICT ({keys}) DO UPDATE SET
                {SqlList.Wrap(values.Select(value => $"{value} = excluded.{value}"), 4)}
            """;
    }

    /// <summary>Drops what a soft delete closed: the same condition, over the same rows. Parameters: the load time, the time to live.</summary>
    public static string Delete(FeatureViewModel view) => $"""
        DELETE FROM {Name(view)} AS o
        WHERE {Alive("o", "$1::timestamptz", "$2")}
          AND {ChangePlanner.Absent(view, "o")}
        """;

    /// <summary>Drops what outlived its time to live: the same condition, over the same rows. Parameters: the load time, the time to live.</summary>
    public static string Expire(FeatureViewModel view) => $"""
        DELETE FROM {Name(view)} AS o
        WHERE $1 - o.{ValidFrom} > $2::interval
        """;

    /// <summary>The current versions that a snapshot holds.</summary>
    public static string Current(FeatureViewModel view) => $"""
        SELECT {SqlList.Wrap([.. Of("t", view.Columns), $"t.{ValidFrom}"], 7)}
        FROM {Identifier.Table(view)} AS t
        WHERE t.{IsCurrent}
        """;

    private static string KeyIndex(FeatureViewModel view) => $"""
        CREATE UNIQUE INDEX {Identifier.Quote(DerivedNames.OnlineKeyIndex(view.Table))}
            ON {Name(view)} ({string.Join(", ", view.Keys.Select(key => Identifier.Quote(key.Column)))})
        """;

    private static IEnumerable<string> TableColumns(FeatureViewModel view) =>
    [
        .. view.Columns.Select(column =>
            $"{Identifier.Quote(column.Column)} {TypeMap.Declared(column.Type)}{TypeMap.Collation(column.Type)}{(column.IsNullable ? "" : " NOT NULL")}"),
        $"{ValidFrom} timestamptz NOT NULL",
    ];

    private static string Columns(FeatureViewModel view) =>
        SqlList.Wrap([.. view.Columns.Select(column => Identifier.Quote(column.Column)), ValidFrom], 4);
}
