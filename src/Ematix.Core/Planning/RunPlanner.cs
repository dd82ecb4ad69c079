namespace Ematix.Planning;

/// <summary>
/// Plans run history: a row a load, named by its batch id. A row says <c>running</c> before the load's transaction begins; that transaction
/// finishes it, so that <c>succeeded</c> is true exactly if the load is. While the transaction lives it holds a lock of the run's name: whoever
/// gets that lock knows that the run is over.
/// </summary>
internal static class RunPlanner
{
    /// <summary>
    /// Records a run that is about to begin, with what it changes of the view. Parameters: the batch id, the catalog name, the mode, this load's own
    /// event time column, its own time to live, its incremental column.
    /// </summary>
    public const string Start = """
        INSERT INTO ematix_flow.run_history (
            run_id, view_name, status, started_at, mode, event_timestamp_column, ttl, incremental_column)
        VALUES ($1, $2, 'running', clock_timestamp(), $3, $4, $5, $6)
        """;

    /// <summary>Holds the run's name until its transaction ends. Parameter: the batch id.</summary>
    public const string Hold = "SELECT pg_advisory_xact_lock(hashtextextended($1::text, 1))";

    /// <summary>Marks runs of the target whose transaction is gone. Parameters: the catalog name, how long a run may take to begin its transaction.</summary>
    public const string MarkAbandoned = """
        WITH candidates AS MATERIALIZED (
            SELECT r.run_id
            FROM ematix_flow.run_history AS r
            WHERE r.view_name = $1 AND r.status = 'running' AND r.started_at < clock_timestamp() - $2::interval
        ), abandoned AS MATERIALIZED (
            SELECT c.run_id
            FROM candidates AS c
            WHERE pg_try_advisory_xact_lock(hashtextextended(c.run_id::text, 1))
        )
        UPDATE ematix_flow.run_history AS r
        SET status = 'abandoned', finished_at = clock_timestamp()
        FROM abandoned AS a
        WHERE r.run_id = a.run_id AND r.status = 'running'
        """;

    /// <summary>Finishes a run inside its transaction. Parameters: the batch id, the load time, rows read, inserted, updated, closed, deleted, expired, skipped, staged, the watermark as text.</summary>
    public const string Finish = """
        UPDATE ematix_flow.run_history
        SET status = 'succeeded', finished_at = clock_timestamp(), load_time = $2, rows_read = $3, rows_inserted = $4, rows_updated = $5,
            rows_closed = $6, rows_deleted = $7, rows_expired = $8, rows_skipped = $9, rows_staged = $10, watermark = $11
        WHERE run_id = $1
        """;

    /// <summary>Records a failure, after the rollback. Parameters: the batch id, the cause.</summary>
    public const string Fail = """
        UPDATE ematix_flow.run_history
        SET status = 'failed', finished_at = clock_timestamp(), error = $2
        WHERE run_id = $1 AND status = 'running'
        """;

    /// <summary>What became of a run. Parameter: the batch id.</summary>
    public const string Status = """
        SELECT r.status
        FROM ematix_flow.run_history AS r
        WHERE r.run_id = $1
        """;
}
