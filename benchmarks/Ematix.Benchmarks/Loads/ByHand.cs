namespace Ematix.Benchmarks.Loads;

/// <summary>
/// The best statements that we know by hand, for this table only, with the checks that the product makes (NULL keys, NOT NULL, values,
/// repeated keys, counts): the source is joined to the current versions, and only what changes is kept.
/// </summary>
internal static class ByHand
{
    private const string Loaded = "'2026-01-01 00:00:00+00'";
    private const string Batch = "'00000000-0000-0000-0000-000000000002'";

    /// <summary>For a source with a key: the server has checked that no customer comes twice.</summary>
    public static Task KeyedAsync(HistoryTable history, string source) => history.Database.TransactAsync(
    [
        .. Lock(history),
        Changed(history, source),
        .. Checked("changed"),
        $"SELECT count(*) FROM {source} AS s",
        .. Write(history),
    ]);

    /// <summary>For any source: it is read once, into a table, and asked there.</summary>
    public static Task StagedAsync(HistoryTable history, string source) => history.Database.TransactAsync(
    [
        .. Lock(history),
        $"CREATE TEMPORARY TABLE staged ON COMMIT DROP AS SELECT {Columns.Of("s")} FROM {source} AS s",
        $"SELECT count(*), count(DISTINCT s.customer_id), count(*) FILTER (WHERE {Columns.Refused("s")}) FROM staged AS s",
        "ANALYZE staged (customer_id)",
        Changed(history, "staged"),
        .. Write(history),
    ]);

    /// <summary>For events of a source with a key, in the order of their times: an event that its customer has overtaken refuses the load.</summary>
    public static Task EventsAsync(HistoryTable history, string source) => history.Database.TransactAsync(
    [
        .. Lock(history),
        Changed(history, source),
        .. Checked("changed"),
        "SELECT max(s.last_seen_at), clock_timestamp() FROM changed AS s",
        $"SELECT count(*) FROM changed AS s JOIN {history.Name} AS c ON c.ctid = s.closes WHERE s.last_seen_at <= c.valid_from",
        $"SELECT count(*) FROM {source} AS s",
        $"""
        UPDATE {history.Name} AS t
        SET valid_to = c.last_seen_at, is_current = false, _closed_by = 'next'
        FROM changed AS c
        WHERE t.ctid = c.closes
        """,
        $"""
        INSERT INTO {history.Name}
        SELECT {Columns.Of("c")}, c.last_seen_at, NULL, true, {Hash("c")}, {Loaded}, {Batch}, NULL
        FROM changed AS c
        """,
    ]);

    private static string Hash(string alias) => $"hash_record_extended(ROW({string.Join(", ", Columns.Features.Select(column => $"{alias}.{column}"))}), 0)";

    private static IEnumerable<string> Lock(HistoryTable history) =>
    [
        $"SELECT pg_advisory_xact_lock(hashtextextended('{history.Name}', 0))",
        $"LOCK TABLE {history.Name} IN ROW EXCLUSIVE MODE",
    ];

    private static string Changed(HistoryTable history, string source) => $"""
        CREATE TEMPORARY TABLE changed ON COMMIT DROP AS
        SELECT {Columns.Of("s")}, c.ctid AS closes
        FROM {source} AS s
        LEFT JOIN {history.Name} AS c ON c.customer_id = s.customer_id AND c.is_current
        WHERE c.ctid IS NULL OR {Columns.Refused("s")} OR {Columns.Differ("s", "c")}
        """;

    private static IEnumerable<string> Checked(string rows) =>
        [$"SELECT count(*), count(*) FILTER (WHERE {Columns.Refused("s")}) FROM {rows} AS s"];

    private static IEnumerable<string> Write(HistoryTable history) =>
    [
        $"""
        UPDATE {history.Name} AS t
        SET valid_to = {Loaded}, is_current = false, _closed_by = 'next'
        FROM changed AS c
        WHERE t.ctid = c.closes
        """,
        $"""
        INSERT INTO {history.Name}
        SELECT {Columns.Of("c")}, {Loaded}, NULL, true, {Hash("c")}, {Loaded}, {Batch}, NULL
        FROM changed AS c
        """,
    ];
}
