namespace Ematix.Benchmarks.Loads;

/// <summary>What most do: the whole source is staged, the md5 of a row's text tells whether it changed. It checks nothing.</summary>
internal static class RowTextHash
{
    /// <summary>Adds the hash to a history.</summary>
    public static Task AddAsync(HistoryTable history) => history.Database.ExecuteAsync($"ALTER TABLE {history.Name} ADD COLUMN text_hash text");

    /// <summary>Gives every current version its hash.</summary>
    public static Task CopyAsync(HistoryTable history, HistoryTable template) => history.Database.ExecuteAsync(
        $"TRUNCATE {history.Name}",
        $"INSERT INTO {history.Name} SELECT t.*, md5({Columns.Text("t")}) FROM {template.Name} AS t",
        $"VACUUM ANALYZE {history.Name}");

    /// <summary>Loads a source.</summary>
    public static Task LoadAsync(HistoryTable history, string source) => history.Database.TransactAsync(
        $"CREATE TEMPORARY TABLE staged ON COMMIT DROP AS SELECT {Columns.Of("s")}, md5({Columns.Text("s")}) AS text_hash FROM {source} AS s",
        "ANALYZE staged",
        $"""
        UPDATE {history.Name}
        SET valid_to = now(), is_current = false, _closed_by = 'next'
        WHERE is_current AND customer_id IN (
            SELECT s.customer_id
            FROM staged AS s
            JOIN {history.Name} AS c ON c.customer_id = s.customer_id AND c.is_current
            WHERE c.text_hash <> s.text_hash)
        """,
        $"""
        INSERT INTO {history.Name}
        SELECT {Columns.Of("s")}, now(), NULL, true, 0, now(), '00000000-0000-0000-0000-000000000002', NULL, s.text_hash
        FROM staged AS s
        LEFT JOIN {history.Name} AS c ON c.customer_id = s.customer_id AND c.is_current
        WHERE c.customer_id IS NULL
        """);
}
