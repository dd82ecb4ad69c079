using System.Globalization;
using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Planning;

/// <summary>
/// Plans how the rows of a query leave another database: as binary COPY, in the stage's columns, order and types. It runs in the search path that the
/// query needs, so every name that is ours is qualified, or a keyword.
/// </summary>
internal static class SourceQueryPlanner
{
    /// <summary>What the server collects before it sends anything (<c>PQ_SEND_BUFFER_SIZE</c> in <c>src/backend/libpq/pqcomm.c</c>).</summary>
    private const int ServerBuffer = 8192;

    private const int MessageHeader = 5;

    /// <summary>
    /// The query as binary COPY data. Each column is cast to the type of the stage: a value of another type, of the same width too, would be misread without
    /// an error. Filler comes first: it makes the server answer at once, and not only when the query has made 8 KB of rows (decision 0013). It calls a function that may not run
    /// in a parallel worker, so that the two parts follow one another; the query by itself may be planned in parallel.
    /// </summary>
    /// <param name="view">The view, with the columns that are staged.</param>
    /// <param name="incremental">The column by which the query is read, or null.</param>
    /// <param name="query">The query.</param>
    /// <param name="condition">What its rows <c>s</c> must meet to be read, or null.</param>
    public static string CopyOut(FeatureViewModel view, IncrementalColumn? incremental, string query, string? condition)
    {
        (string Name, string Type)[] columns = [.. Columns(view, incremental)];
        return $"""
            COPY (
            SELECT {SqlList.Wrap(columns.Select(column => "NULL::" + column.Type), 7)}
            FROM pg_catalog.generate_series(1, {FillerRows(columns.Length).ToString(CultureInfo.InvariantCulture)})
            WHERE pg_catalog.random() IS NOT NULL
            UNION ALL
            SELECT {SqlList.Wrap(columns.Select(column => $"s.{Identifier.Quote(column.Name)}::{column.Type}"), 7)}
            FROM (
            {query}
            ) AS s{(condition is null ? "" : $"\nWHERE {condition}")}
            ) TO STDOUT (FORMAT BINARY)
            """;
    }

    /// <summary>How many bytes follow the header of <see cref="CopyOut"/>'s data before the query's first row.</summary>
    public static int FillerBytes(FeatureViewModel view, IncrementalColumn? incremental)
    {
        var columns = Columns(view, incremental).Count();
        return FillerRows(columns) * FillerRow(columns);
    }

    /// <summary>A parameter of the query, which COPY can't have: the value of a setting that the transaction sets.</summary>
    /// <param name="number">The parameter's number, from 1.</param>
    /// <param name="type">Its type.</param>
    public static string Parameter(int number, string type) => $"(pg_catalog.current_setting({Literal.Text(ParameterName(number))})::{TypeMap.Qualified(type)})";

    /// <summary>The setting that holds a parameter.</summary>
    public static string ParameterName(int number) => "ematix_flow.p" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether NULL in an array's text is no value; off, it is a text of four letters.</summary>
    public const string ArrayNulls = "array_nulls";

    /// <summary>The setting that holds where to read on, as text.</summary>
    public const string BoundName = "ematix_flow.bound";

    /// <summary>Where to read on, for <see cref="WatermarkPlanner.ToRead"/>.</summary>
    public const string Bound = "pg_catalog.current_setting('" + BoundName + "')";

    /// <summary>A parameter that is NULL: of any type.</summary>
    public const string NullParameter = "NULL";

    private static IEnumerable<(string Name, string Type)> Columns(FeatureViewModel view, IncrementalColumn? incremental) =>
    [
        .. view.Columns.Select(column => (column.Column, TypeMap.Qualified(TypeMap.Staged(column.Type)))),
        .. incremental is { IsStaged: false } own ? [(own.Name, TypeMap.Qualified(IncrementalTypes.SqlName(own.Type)))] : Array.Empty<(string, string)>(),
    ];

    private static int FillerRows(int columns) => (ServerBuffer / (FillerRow(columns) + MessageHeader)) + 1;

    /// <summary>A number of fields in two bytes, then each field: no value but a length of -1, in four.</summary>
    private static int FillerRow(int columns) => 2 + (4 * columns);
}
