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
    public static string CreateTable(FeatureViewModel view)
    {
        var indexes = Indexes(view);
        return string.Join(";\n",
        [
            Table(view, [.. Checks(view.Mode).Select(check => check.Written), .. indexes.Where(index => index.Constraint is not null).Select(index => index.Declaration)]),
            .. indexes.Where(index => index.Constraint is null).Select(index => index.Create(view)),
        ]);
    }

    /// <summary>The unique indexes that keep the table right.</summary>
    public static IReadOnlyList<TableIndex> Indexes(FeatureViewModel view)
    {
        string[] keys = [.. view.Keys.Select(key => key.Column)];
        return view.Mode switch
        {
            SyncMode.Scd2 =>
            [
                new(DerivedNames.VersionIndex(view.Table), keys.Append(ValidFrom).ToEquatableArray())
                {
                    Predicate = $"{ValidTo} IS NULL OR {ValidTo} > {ValidFrom}",
                    ReportedPredicate = $"(({ValidTo} IS NULL) OR ({ValidTo} > {ValidFrom}))",
                },
                new(DerivedNames.CurrentIndex(view.Table), keys.ToEquatableArray()) { Predicate = IsCurrent, ReportedPredicate = IsCurrent },
            ],
            SyncMode.Merge => [new(DerivedNames.KeyIndex(view.Table), keys.ToEquatableArray()) { Constraint = "PRIMARY KEY" }],
            SyncMode.Truncate => [new(DerivedNames.KeyIndex(view.Table), keys.ToEquatableArray()) { Constraint = "UNIQUE" }],
            _ => [],
        };
    }

    /// <summary>The CHECK constraints of a mode: as they are written, and as the server's <c>pg_get_constraintdef</c> writes them.</summary>
    public static IReadOnlyList<(string Written, string Reported)> Checks(SyncMode mode) => mode == SyncMode.Scd2 ? VersionChecks : [];

    /// <summary>A column as the table declares it.</summary>
    public static string Declaration(FeatureModel column) =>
        $"{Identifier.Quote(column.Column)} {TypeMap.Declared(column.Type)}{TypeMap.Collation(column.Type)}{NotNull(column.IsNullable)}";

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

    private static readonly (string Written, string Reported)[] VersionChecks =
    [
        ($"CHECK ({IsCurrent} = ({ValidTo} IS NULL))", $"CHECK (({IsCurrent} = ({ValidTo} IS NULL)))"),
        ($"CHECK ({ValidTo} >= {ValidFrom})", $"CHECK (({ValidTo} >= {ValidFrom}))"),
        ($"CHECK (({ClosedBy} IS NULL) = ({ValidTo} IS NULL))", $"CHECK ((({ClosedBy} IS NULL) = ({ValidTo} IS NULL)))"),
        (
            $"CHECK ({ClosedBy} IN ('next', 'delete', 'ttl', 'renewal'))",
            $"CHECK (({ClosedBy} = ANY (ARRAY['next'::text, 'delete'::text, 'ttl'::text, 'renewal'::text])))"),
    ];

    private static string Table(FeatureViewModel view, IEnumerable<string> constraints)
    {
        var added = AddedColumns(view.Mode).Select(column => $"{column.Name} {column.Type}{NotNull(column.IsNullable)}");
        return $"""
            CREATE TABLE {Identifier.Table(view)} (
                {SqlList.Lines([.. view.Columns.Select(Declaration), .. added, .. constraints], 4)}
            )
            """;
    }

    private static string NotNull(bool isNullable) => isNullable ? "" : " NOT NULL";
}
