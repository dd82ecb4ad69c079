using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Planning.Training;

/// <summary>Plans how a spine comes into a statement: staged in a temporary table, as a part of the statement, or as arrays.</summary>
internal static class SpinePlanner
{
    /// <summary>The spine of a query, with the numbers of its rows.</summary>
    public const string Staged = "pg_temp.ematix_spine";

    /// <summary>The rows of a table, as they are stored.</summary>
    public static string Table(string schema, string table) => $"SELECT t.* FROM {Identifier.Qualified(schema, table)} AS t";

    /// <summary>Stages the answer of a query; it goes with the transaction. Parameters: the query's.</summary>
    public static string Stage(string query) => $"""
        CREATE TEMPORARY TABLE ematix_spine ON COMMIT DROP AS
        {Numbered(query)}
        """;

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

    /// <summary>Parts of the stage, as binary COPY data.</summary>
    public static string CopyParts(IEnumerable<RowRange> parts) => $"""
        COPY (
            SELECT q.*
            FROM {Staged} AS q
            WHERE {SqlList.Or(parts.Select(part => $"({Inside(part)})"), 7)}
        ) TO STDOUT (FORMAT BINARY)
        """;

    /// <summary>Takes what <see cref="CopyParts"/> gives.</summary>
    public const string CopyStage = $"COPY {Staged} FROM STDIN (FORMAT BINARY)";

    /// <summary>The staged spine.</summary>
    public static SpineRelation FromStage(EquatableArray<SpineColumn> columns, string asOf) => new()
    {
        From = $"{Staged} AS q",
        Columns = columns,
        References = Quoted(columns),
        AsOf = asOf,
    };

    /// <summary>Some rows of a stage.</summary>
    public static SpineRelation Part(SpineRelation stage, RowRange rows) => stage with { Range = Inside(rows) };

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

    private static string Inside(RowRange rows) =>
        $"q.{SpineRelation.Row} > {JoinSql.Number(rows.Above)} AND q.{SpineRelation.Row} <= {JoinSql.Number(rows.UpTo)}";

    private static string Numbered(string query) => $"""
        SELECT pg_catalog.row_number() OVER () AS {SpineRelation.Row}, q.*
        FROM (
        {query}
        ) AS q
        """;

    private static EquatableArray<string> Quoted(IEnumerable<SpineColumn> columns) => columns.Select(column => Identifier.Quote(column.Name)).ToEquatableArray();
}
