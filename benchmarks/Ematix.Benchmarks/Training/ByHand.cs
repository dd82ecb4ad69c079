namespace Ematix.Benchmarks.Training;

/// <summary>What one would write for psql, for these tables alone. Unless told otherwise, answers come in any order: to bring them into the spine's is left out.</summary>
internal static class ByHand
{
    /// <summary>The spine sorted into a temporary table, and a probe of each history for each of its rows.</summary>
    /// <param name="spine">The spine's table.</param>
    /// <param name="views">How many views.</param>
    /// <param name="inSpineOrder">Whether the answer comes in the spine's order, as the product's does.</param>
    public static string Lateral(string spine, int views, bool inSpineOrder = false) => Script(
        $"CREATE TEMPORARY TABLE spine ON COMMIT DROP AS SELECT * FROM {spine} ORDER BY customer_id, as_of",
        "ANALYZE spine",
        Probes("spine", views, inSpineOrder));

    /// <summary>
    /// Two scripts to be run at the same time: each sorts its half of the customers and brings its own rows into the spine's order. Nobody puts the two together: the server's
    /// share of what the product does, and no more.
    /// </summary>
    /// <param name="spine">The spine's table.</param>
    /// <param name="views">How many views.</param>
    /// <param name="half">The last customer of the first half.</param>
    public static string[] Halves(string spine, int views, int half) =>
        [.. Each(2, i => Script(Probes(FormattableString.Invariant($"(SELECT * FROM {spine} WHERE customer_id {(i == 0 ? "<=" : ">")} {half} ORDER BY customer_id, as_of)"), views, inSpineOrder: true)))];

    /// <summary>
    /// As Feast's PostgreSQL store shapes it (sdk/python/feast/infra/offline_stores/contrib/postgres_offline_store/postgres.py): an id of text a row, every earlier
    /// version joined, numbered, the first kept, and joined back.
    /// </summary>
    public static string Feast(string spine, int views) => Script($"""
        COPY (
            WITH entity_dataframe AS (
                SELECT s.*, s.as_of AS entity_timestamp, CAST(s.customer_id AS text) || CAST(s.as_of AS text) AS entity_row_unique_id FROM {spine} AS s
            ),
            {string.Join(",\n", Each(views, Feast))}
            SELECT d.*, {string.Join(", ", Each(views, view => Features($"f{view}")))}
            FROM entity_dataframe AS d
            {string.Join("\n", Each(views, view => $"LEFT JOIN cleaned_{view} AS f{view} ON f{view}.entity_row_unique_id = d.entity_row_unique_id"))}
        ) TO STDOUT (FORMAT binary)
        """);

    private static string Probes(string spine, int views, bool inSpineOrder) => $"""
        COPY (
            SELECT s.*, {string.Join(", ", Each(views, view => Features($"f{view}")))}
            FROM {spine} AS s
            {string.Join("\n", Each(views, view => $"""
                LEFT JOIN LATERAL (
                    SELECT h.* FROM {HistoryTables.Names[view]} AS h
                    WHERE h.customer_id = s.customer_id AND h.valid_from <= s.as_of AND (h.valid_to IS NULL OR h.valid_to > h.valid_from)
                    ORDER BY h.valid_from DESC LIMIT 1
                ) AS f{view} ON f{view}.valid_to IS NULL OR f{view}.valid_to > s.as_of
                """))}{(inSpineOrder ? "\n    ORDER BY s.n" : "")}
        ) TO STDOUT (FORMAT binary)
        """;

    private static string Feast(int view) => $"""
        entities_{view} AS (
            SELECT customer_id, entity_timestamp, entity_row_unique_id FROM entity_dataframe GROUP BY customer_id, entity_timestamp, entity_row_unique_id
        ),
        subquery_{view} AS (
            SELECT valid_from AS event_timestamp, customer_id, {string.Join(", ", HistoryRows.Features)} FROM {HistoryTables.Names[view]}
            WHERE valid_from <= (SELECT max(entity_timestamp) FROM entity_dataframe)
        ),
        base_{view} AS (
            SELECT q.*, e.entity_timestamp, e.entity_row_unique_id
            FROM subquery_{view} AS q
            INNER JOIN entities_{view} AS e ON q.event_timestamp <= e.entity_timestamp AND q.customer_id = e.customer_id
        ),
        latest_{view} AS (
            SELECT event_timestamp, entity_row_unique_id
            FROM (SELECT *, row_number() OVER (PARTITION BY entity_row_unique_id ORDER BY event_timestamp DESC) AS row_number FROM base_{view}) AS numbered
            WHERE row_number = 1
        ),
        cleaned_{view} AS (SELECT b.* FROM base_{view} AS b INNER JOIN latest_{view} USING (event_timestamp, entity_row_unique_id))
        """;

    private static string Features(string alias) => string.Join(", ", HistoryRows.Features.Select(feature => $"{alias}.{feature}"));

    private static IEnumerable<string> Each(int views, Func<int, string> text) => Enumerable.Range(0, views).Select(text);

    private static string Script(params string[] statements) => string.Join(";\n", ["SET work_mem = '256MB'", "SET jit = off", "BEGIN", .. statements, "COMMIT"]) + ";\n";
}
