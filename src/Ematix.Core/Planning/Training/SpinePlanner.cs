using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Planning.Training;

/// <summary>Plans how a spine comes into a statement: staged in a temporary table, as a part of the statement, or as arrays.</summary>
internal static class SpinePlanner
{
    /// <summary>The spine of a query, with the numbers of its rows.</summary>
    public const string Staged = "pg_temp.ematix_spine";

    private const string Place = ReservedColumns.InternalPrefix + "place";

    /// <summary>The rows of a table, as they are stored.</summary>
    public static string Table(string schema, string table) => $"SELECT t.* FROM {Identifier.Qualified(schema, table)} AS t";

    /// <summary>Stages the answer of a query; it goes with the transaction. Parameters: the query's.</summary>
    public static string Stage(string query) => $"""
        CREATE TEMPORARY TABLE ematix_spine ON COMMIT DROP AS
        {Numbered(query)}
        """;

    /// <summary>Stages arrays; see <see cref="Stage"/>. Parameters: an array a column.</summary>
    public static string StageArrays(EquatableArray<SpineColumn> columns)
    {
        var references = Quoted(columns);
        return $"""
            CREATE TEMPORARY TABLE ematix_spine ON COMMIT DROP AS
            SELECT {SqlList.Wrap([SpineRelation.Row, .. references], 7)}
            FROM unnest(
                    {SqlList.Lines(columns.Select((column, i) => $"{VersionSql.Parameter(i + 1)}::{TypeMap.Staged(column.Type)}[]"), 8)}
                ) WITH ORDINALITY AS q ({string.Join(", ", references)}, {SpineRelation.Row})
            """;
    }

    /// <summary>Makes room for another stage.</summary>
    public const string Unstage = $"DROP TABLE IF EXISTS {Staged}";

    /// <summary>Lets parts of the stage be found by their rows' numbers.</summary>
    public const string Index = $"CREATE INDEX ON {Staged} USING brin ({SpineRelation.Row})";

    /// <summary>Lets the planner know the stage.</summary>
    public const string Analyze = $"ANALYZE {Staged}";

    /// <summary>A stage on another connection, for rows that are carried there.</summary>
    public static string StageOther(SpineRelation spine) => $"""
        CREATE TEMPORARY TABLE ematix_spine (
            {SqlList.Lines([$"{SpineRelation.Row} bigint NOT NULL", .. spine.Columns.Select(column => $"{Identifier.Quote(column.Name)} {TypeMap.Declared(column.Type)}")], 4)}
        ) ON COMMIT DROP
        """;

    /// <summary>Rows of the stage, as binary COPY data.</summary>
    public static string CopyRows(SpineRelation rows) => $"""
        COPY (
            SELECT q.*
            FROM {Staged} AS q
            WHERE {SqlList.And(rows.Conditions, 6)}
        ) TO STDOUT (FORMAT BINARY)
        """;

    /// <summary>Takes what <see cref="CopyRows"/> gives.</summary>
    public const string CopyStage = $"COPY {Staged} FROM STDIN (FORMAT BINARY)";

    /// <summary>The staged spine.</summary>
    public static SpineRelation FromStage(EquatableArray<SpineColumn> columns, string asOf) => new()
    {
        From = $"{Staged} AS q",
        Table = Staged,
        Columns = columns,
        References = Quoted(columns),
        AsOf = asOf,
    };

    /// <summary>Some rows of a stage.</summary>
    public static SpineRelation Part(SpineRelation stage, RowRange rows) =>
        stage.Where($"q.{SpineRelation.Row} > {JoinSql.Number(rows.Above)} AND q.{SpineRelation.Row} <= {JoinSql.Number(rows.UpTo)}");

    /// <summary>
    /// A table itself, in the order in which its rows are stored: in one snapshot a row's place is as good as a number. Its bytes order rows as the place does, and are what the
    /// server sorts fastest.
    /// </summary>
    public static SpineRelation FromTable(string schema, string table, EquatableArray<SpineColumn> columns, string asOf) => new()
    {
        From = $"""
            (
                    SELECT pg_catalog.tidsend(t.ctid) AS {SpineRelation.Row}, t.ctid AS {Place}, t.*
                    FROM {Identifier.Qualified(schema, table)} AS t
                ) AS q
            """,
        Table = Identifier.Qualified(schema, table),
        RowType = "bytea",
        Columns = columns,
        References = Quoted(columns),
        AsOf = asOf,
    };

    /// <summary>The rows that are stored in some pages of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="from">The first page.</param>
    /// <param name="before">The page after the last.</param>
    public static SpineRelation Pages(SpineRelation table, long from, long before) => table.Where($"q.{Place} >= '({JoinSql.Number(from)},0)' AND q.{Place} < '({JoinSql.Number(before)},0)'");

    /// <summary>How many rows a table has.</summary>
    public static string Count(SpineRelation table) => $"SELECT pg_catalog.count(*) FROM {table.Table}";

    /// <summary>A query's answer as a part of the statement, where nothing can be staged. The caller's search path holds there.</summary>
    public static SpineRelation InStatement(string query, EquatableArray<SpineColumn> columns, string asOf) => new()
    {
        With = $"""
            spine AS MATERIALIZED (
            {Numbered(query)}
            )
            """,
        From = "spine AS q",
        Columns = columns,
        References = Quoted(columns),
        AsOf = asOf,
        IsInCallersPath = true,
    };

    /// <summary>Arrays, one a column.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="asOf">The as-of's name.</param>
    /// <param name="array">The expression of an array by its position, from 0, of a type.</param>
    public static SpineRelation FromArrays(EquatableArray<SpineColumn> columns, string asOf, Func<int, string, string> array)
    {
        string[] names = [.. columns.Select((_, i) => "column_" + JoinSql.Number(i + 1))];
        var arrays = columns.Select((column, i) => array(i, TypeMap.Staged(column.Type) + "[]"));
        return new()
        {
            From = $"""
                unnest(
                        {SqlList.Lines(arrays, 8)}
                    ) WITH ORDINALITY AS q ({string.Join(", ", names)}, {SpineRelation.Row})
                """,
            Columns = columns,
            References = names.ToEquatableArray(),
            AsOf = asOf,
        };
    }

    private static string Numbered(string query) => $"""
        SELECT pg_catalog.row_number() OVER () AS {SpineRelation.Row}, q.*
        FROM (
        {query}
        ) AS q
        """;

    private static EquatableArray<string> Quoted(IEnumerable<SpineColumn> columns) => columns.Select(column => Identifier.Quote(column.Name)).ToEquatableArray();
}
