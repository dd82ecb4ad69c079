using Ematix.Model;
using Ematix.Sql;
using static Ematix.Sql.ReservedColumns;

namespace Ematix.Planning;

/// <summary>Plans the table of a view, with the constraints and indexes that keep its history right at every commit.</summary>
internal static class TablePlanner
{
    /// <summary>Creates the schema. Run only where it is missing: IF NOT EXISTS asks for the right to create all the same.</summary>
    public static string CreateSchema(FeatureViewModel view) => $"CREATE SCHEMA IF NOT EXISTS {Identifier.Quote(view.Schema)}";

    /// <summary>Creates the table and its indexes, as one script.</summary>
    public static string CreateTable(FeatureViewModel view) => view.Mode switch
    {
        SyncMode.Scd2 => Table(view, VersionColumns, VersionConstraints) + VersionIndexes(view),
        SyncMode.Merge => Table(view, LoadColumns, [$"CONSTRAINT {KeyName(view)} PRIMARY KEY ({KeyList(view)})"]),
        SyncMode.Truncate => Table(view, LoadColumns, [$"CONSTRAINT {KeyName(view)} UNIQUE ({KeyList(view)})"]),
        _ => Table(view, LoadColumns, []),
    };

    /// <summary>The columns that the product adds in a mode: name, type, nullable.</summary>
    public static IReadOnlyList<(string Name, string Type, bool IsNullable)> AddedColumns(SyncMode mode) =>
        mode == SyncMode.Scd2 ? VersionColumns : LoadColumns;

    private static readonly (string Name, string Type, bool IsNullable)[] LoadColumns =
    [
        (LoadedAt, "timestamptz", false),
        (BatchId, "uuid", false),
    ];

    private static readonly (string Name, string Type, bool IsNullable)[] VersionColumns =
    [
        (ValidFrom, "timestamptz", false),
        (ValidTo, "timestamptz", true),
        (IsCurrent, "boolean", false),
        (RowHash, "bigint", false),
        .. LoadColumns,
        (ClosedBy, "text", true),
    ];

    private static readonly string[] VersionConstraints =
    [
        $"CHECK ({IsCurrent} = ({ValidTo} IS NULL))",
        $"CHECK ({ValidTo} >= {ValidFrom})",
        $"CHECK (({ClosedBy} IS NULL) = ({ValidTo} IS NULL))",
        $"CHECK ({ClosedBy} IN ('next', 'delete', 'ttl', 'renewal'))",
    ];

    private static string Table(
        FeatureViewModel view, IEnumerable<(string Name, string Type, bool IsNullable)> added, IEnumerable<string> constraints)
    {
        var own = view.Columns.Select(column =>
            $"{Identifier.Quote(column.Column)} {TypeMap.Declared(column.Type)}{TypeMap.Collation(column.Type)}{NotNull(column.IsNullable)}");
        var others = added.Select(column => $"{column.Name} {column.Type}{NotNull(column.IsNullable)}");
        return $"""
            CREATE TABLE {Identifier.Table(view)} (
                {SqlList.Lines([.. own, .. others, .. constraints], 4)}
            )
            """;
    }

    private static string VersionIndexes(FeatureViewModel view) => $"""
        ;
        CREATE UNIQUE INDEX {Identifier.Quote(DerivedNames.VersionIndex(view.Table))}
            ON {Identifier.Table(view)} ({KeyList(view)}, {ValidFrom})
            WHERE {ValidTo} IS NULL OR {ValidTo} > {ValidFrom};
        CREATE UNIQUE INDEX {Identifier.Quote(DerivedNames.CurrentIndex(view.Table))}
            ON {Identifier.Table(view)} ({KeyList(view)})
            WHERE {IsCurrent}
        """;

    private static string KeyName(FeatureViewModel view) => Identifier.Quote(DerivedNames.KeyIndex(view.Table));

    private static string KeyList(FeatureViewModel view) => string.Join(", ", view.Keys.Select(key => Identifier.Quote(key.Column)));

    private static string NotNull(bool isNullable) => isNullable ? "" : " NOT NULL";
}
