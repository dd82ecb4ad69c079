namespace Ematix.Planning.Training;

/// <summary>Plans the statement that joins a spine with the history of views: one output row a spine row, in spine order.</summary>
internal static class TrainingPlanner
{
    /// <summary>The query.</summary>
    public static string Plan(TrainingJoin join, JoinStrategy strategy) => strategy switch
    {
        _ when join.KnownAts.Count > 0 => PickPlanner.AsKnown(join),
        JoinStrategy.Hash => HashPlanner.Plan(join),
        JoinStrategy.OnePass => PickPlanner.OnePass(join),
        _ => ProbePlanner.Plan(join),
    };

    /// <summary>
    /// The query's answer as binary COPY data. Before anything else an empty text is read as a search query, of which the server gives notice: that sends the client what waits
    /// to be sent. Else the client would learn that the COPY has begun only with its first rows, after all sorting, and its command timeout would count until then (decision 45).
    /// </summary>
    public static string Copy(string query) => $"""
        COPY (
        SELECT a.*
        FROM (
        {query}
        ) AS a
        WHERE (SELECT pg_catalog.left(pg_catalog.current_setting('server_version'), 0)::pg_catalog.tsquery) IS NOT NULL
        ) TO STDOUT (FORMAT BINARY)
        """;

    /// <summary>How the server would run the query.</summary>
    public static string Explain(string query) => $"""
        EXPLAIN (VERBOSE)
        {query}
        """;

    /// <summary>
    /// Settings under which the planner takes the strategy that is meant: estimates of a spine that is not analysed would lead it astray. Probes are one process's work, and
    /// workers that only sort its spine take the place of the other connection's.
    /// </summary>
    public static IEnumerable<(string Name, string Value)> Settings(JoinStrategy strategy) => strategy switch
    {
        JoinStrategy.Hash => [("enable_nestloop", "off"), ("enable_mergejoin", "off")],
        JoinStrategy.OnePass => [],
        _ => [("max_parallel_workers_per_gather", "0")],
    };
}
