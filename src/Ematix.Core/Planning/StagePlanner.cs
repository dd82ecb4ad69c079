using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Planning;

/// <summary>Plans how source rows come into the database, in source order, and how they are judged there.</summary>
internal static class StagePlanner
{
    /// <summary>The source's rows, as they came.</summary>
    public const string Stage = "pg_temp.ematix_stage";

    /// <summary>The number of a row in source order.</summary>
    public const string RowNumber = ReservedColumns.InternalPrefix + "row";

    /// <summary>Creates the stage; it goes with the transaction.</summary>
    public static string Create(FeatureViewModel view, IncrementalColumn? incremental)
    {
        var columns = view.Columns.Select(column => $"{Identifier.Quote(column.Column)} {TypeMap.Staged(column.Type)}{TypeMap.Collation(column.Type)}");
        return $"""
            CREATE TEMPORARY TABLE ematix_stage (
                {SqlList.Lines([.. columns, .. incremental?.Declaration ?? [], $"{RowNumber} bigint NOT NULL"], 4)}
            ) ON COMMIT DROP
            """;
    }

    /// <summary>Fills the stage from a query of the same database, by column name.</summary>
    /// <param name="view">The view, with the columns that are staged.</param>
    /// <param name="incremental">The column by which the query is read, or null.</param>
    /// <param name="query">The query.</param>
    /// <param name="condition">What its rows <c>s</c> must meet to be read, or null.</param>
    public static string FromQuery(FeatureViewModel view, IncrementalColumn? incremental, string query, string? condition) => $"""
        INSERT INTO {Stage} ({Columns(view, incremental)})
        SELECT {SqlList.Wrap([.. VersionSql.Of("s", view.Columns), .. Own(incremental), "pg_catalog.row_number() OVER ()"], 7)}
        FROM (
        {query}
        ) AS s{(condition is null ? "" : $"\nWHERE {condition}")}
        """;

    /// <summary>Fills the stage from binary COPY data.</summary>
    public static string FromCopy(FeatureViewModel view, IncrementalColumn? incremental) => $"""
        COPY {Stage} ({Columns(view, incremental)})
        FROM STDIN (FORMAT BINARY)
        """;

    /// <summary>One pass over the stage: how many rows, how many refused, the newest event.</summary>
    public static string Inspect(FeatureViewModel view, IReadOnlyList<BatchCheck> checks)
    {
        var refused = SqlList.Or(checks.Select(check => check.Predicate), 7);
        var newest = view.EventTime is { } eventTime ? $"max({VersionSql.Of("s", eventTime)})" : "NULL::timestamptz";
        return $"""
            SELECT
                count(*),
                count(*) FILTER (WHERE
                       {refused}),
                {newest}
            FROM {Stage} AS s
            """;
    }

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
        ORDER BY s.{RowNumber}
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
        SqlList.Wrap([.. view.Columns.Select(column => Identifier.Quote(column.Column)), .. incremental?.OwnPlace ?? [], RowNumber], 4);

    private static IEnumerable<string> Own(IncrementalColumn? incremental) => incremental is { IsStaged: false } column ? [$"s.{Identifier.Quote(column.Name)}"] : [];
}
