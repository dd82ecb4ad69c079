using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Planning;

/// <summary>Plans how source rows come into the database, in source order, and how they are judged there.</summary>
internal static class StagePlanner
{
    /// <summary>The source's rows, as they came.</summary>
    public const string Stage = "pg_temp.ematix_stage";

    /// <summary>
    /// A row's place in source order. COPY into a table of the same transaction, and CREATE TABLE AS, fill it front to back, so that the place where a
    /// row lies says which came first (INSERT would not: it fills gaps). A number of its own would cost as much as the rest of the staging.
    /// </summary>
    public const string RowOrder = "ctid";

    /// <summary>Creates the stage for COPY; it goes with the transaction.</summary>
    public static string Create(FeatureViewModel view, IncrementalColumn? incremental)
    {
        var columns = view.Columns.Select(column => $"{Identifier.Quote(column.Column)} {TypeMap.Staged(column.Type)}{TypeMap.Collation(column.Type)}");
        return $"""
            CREATE TEMPORARY TABLE ematix_stage (
                {SqlList.Lines([.. columns, .. incremental?.Declaration ?? []], 4)}
            ) ON COMMIT DROP
            """;
    }

    /// <summary>Creates and fills the stage from a query of the same database, by column name. It runs in the caller's search path.</summary>
    /// <param name="view">The view, with the columns that are staged.</param>
    /// <param name="incremental">The column by which the query is read, or null.</param>
    /// <param name="query">The query.</param>
    /// <param name="condition">What its rows <c>s</c> must meet to be read, or null.</param>
    public static string FromQuery(FeatureViewModel view, IncrementalColumn? incremental, string query, string? condition) => $"""
        CREATE TEMPORARY TABLE ematix_stage ON COMMIT DROP AS
        SELECT {SqlList.Wrap([.. Staged(view), .. incremental is null ? [] : WatermarkPlanner.OwnColumn(incremental)], 7)}
        FROM (
        {query}
        ) AS s{(condition is null ? "" : $"\nWHERE {condition}")}
        """;

    /// <summary>Fills the stage from binary COPY data.</summary>
    public static string FromCopy(FeatureViewModel view, IncrementalColumn? incremental) => $"""
        COPY {Stage} ({Columns(view, incremental)})
        FROM STDIN (FORMAT BINARY)
        """;

    /// <summary>
    /// One pass over the stage: how many rows, how many refused, the newest event, and how many different places they have. Fewer places than rows say
    /// that rows may be repeated (or that two hashes met by chance): only then is it worth while to sort them.
    /// </summary>
    /// <param name="view">The view, with this load's event time.</param>
    /// <param name="checks">What every row must meet.</param>
    /// <param name="place">The columns of which a batch has one row each; none where any number will do.</param>
    public static string Inspect(FeatureViewModel view, IReadOnlyList<BatchCheck> checks, IReadOnlyList<FeatureModel> place)
    {
        var refused = SqlList.Or(checks.Select(check => check.Predicate), 7);
        var newest = view.EventTime is { } eventTime ? $"max({VersionSql.Of("s", eventTime)})" : "NULL::timestamptz";
        return $"""
            SELECT
                count(*),
                count(*) FILTER (WHERE
                       {refused}),
                {newest},
                {Places(place)}
            FROM {Stage} AS s
            """;
    }

    /// <summary>A number is counted as it is, which is fastest; anything else by a hash of 64 bits.</summary>
    private static string Places(IReadOnlyList<FeatureModel> place) => place switch
    {
        [] => "count(*)",
        [{ Type.Kind: ColumnKind.Int16 or ColumnKind.Int32 or ColumnKind.Int64 } only] => $"count(DISTINCT {VersionSql.Of("s", only)})",
        _ => $"count(DISTINCT hash_record_extended(ROW({string.Join(", ", VersionSql.Of("s", place))}), 0))",
    };

    /// <summary>Makes the stage the batch, as it is: no row is repeated.</summary>
    public const string Keep = "ALTER TABLE pg_temp.ematix_stage RENAME TO ematix_batch";

    /// <summary>How many rows each check refuses.</summary>
    public static string Diagnose(IReadOnlyList<BatchCheck> checks) => $"""
        SELECT
            {SqlList.Lines(checks.Select(check => $"count(*) FILTER (WHERE {check.Predicate})"), 4)}
        FROM {Stage} AS s
        """;

    /// <summary>The keys of the first rows that a check refuses.</summary>
    public static string Sample(FeatureViewModel view, BatchCheck check) => $"""
        SELECT {KeyTexts(view, "s")}
        FROM {Stage} AS s
        WHERE {check.Predicate}
        ORDER BY s.{RowOrder}
        LIMIT 5
        """;

    /// <summary>How many events are after the load time, the newest of them, and up to five keys with their times.</summary>
    public static string FutureEvents(FeatureViewModel view, FeatureModel eventTime) => $"""
        SELECT count(*) OVER (), {KeyTexts(view, "s")}, {VersionSql.Of("s", eventTime)}
        FROM {Stage} AS s
        WHERE {VersionSql.Of("s", eventTime)} > $1
        ORDER BY {VersionSql.Of("s", eventTime)} DESC
        LIMIT 5
        """;

    /// <summary>Leaves out the events after an instant. Parameter: the instant.</summary>
    public static string SkipFutureEvents(FeatureModel eventTime) => $"""
        DELETE FROM {Stage} AS s
        WHERE {VersionSql.Of("s", eventTime)} > $1
        """;

    /// <summary>The newest event that is staged.</summary>
    public static string NewestEvent(FeatureModel eventTime) => $"""
        SELECT max({VersionSql.Of("s", eventTime)})
        FROM {Stage} AS s
        """;

    /// <summary>Leaves out the events outside a window. Parameters: the first instant inside, the first after it.</summary>
    public static string KeepWindow(FeatureModel eventTime) => $"""
        DELETE FROM {Stage} AS s
        WHERE {VersionSql.Of("s", eventTime)} < $1 OR {VersionSql.Of("s", eventTime)} >= $2
        """;

    /// <summary>The key columns as an array of texts, for messages.</summary>
    public static string KeyTexts(FeatureViewModel view, string alias) =>
        $"ARRAY[{string.Join(", ", VersionSql.Of(alias, view.Keys).Select(key => key + "::text"))}]::text[]";

    private static string Columns(FeatureViewModel view, IncrementalColumn? incremental) =>
        SqlList.Wrap([.. view.Columns.Select(column => Identifier.Quote(column.Column)), .. incremental?.OwnPlace ?? []], 4);

    /// <summary>The source's columns in the staged types; of an alias s.</summary>
    public static IEnumerable<string> Staged(FeatureViewModel view) => view.Columns.Select(column =>
        $"{VersionSql.Of("s", column)}::{TypeMap.Qualified(TypeMap.Staged(column.Type))}{TypeMap.QualifiedCollation(column.Type)} AS {Identifier.Quote(column.Column)}");
}
