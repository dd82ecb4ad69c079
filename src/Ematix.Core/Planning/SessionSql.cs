namespace Ematix.Planning;

/// <summary>Statements that make a transaction independent of its role's and database's settings.</summary>
internal static class SessionSql
{
    /// <summary>Makes the transaction writable whatever the default is; must be its first statement.</summary>
    public const string Writable = "SET TRANSACTION READ WRITE";

    /// <summary>Makes the transaction read-only; must be its first statement.</summary>
    public const string ReadOnly = "SET TRANSACTION READ ONLY";

    /// <summary>The caller's search path, which the caller's own queries need.</summary>
    public const string CallersPath = "SELECT pg_catalog.current_setting('search_path')";

    /// <summary>
    /// Lets the transaction wait for its client: for rows that are slow to come, or whose reader is slow to take them. A limit of the role's is against transactions that were
    /// forgotten, and would end this one in the middle.
    /// </summary>
    public const string MayWait = "SELECT pg_catalog.set_config('idle_in_transaction_session_timeout', '0', true)";

    /// <summary>Lets nothing shadow a built-in type, function or operator, and has the server write types and expressions without needless quotes, as they are compared.</summary>
    public const string BuiltInsOnly = "SELECT pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true), pg_catalog.set_config('quote_all_identifiers', 'off', true)";

    /// <summary>
    /// Whether a table that the transaction has locked was rewritten, or made, after its snapshot: by TRUNCATE, ALTER TABLE, REFRESH, or another table under its name. To the snapshot such
    /// a table has no rows, or other ones. The server's functions see the file that a table has now, a query of its catalog that of the snapshot. In any search path.
    /// </summary>
    public const string IsOutdated = """
        SELECT EXISTS (
            SELECT FROM pg_catalog.pg_locks AS l
            JOIN pg_catalog.pg_database AS d ON d.oid OPERATOR(pg_catalog.=) l.database
            LEFT JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) l.relation
            WHERE l.pid OPERATOR(pg_catalog.=) pg_catalog.pg_backend_pid()
              AND l.locktype OPERATOR(pg_catalog.=) 'relation'
              AND d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()
              AND (c.oid IS NULL
                   OR c.relfilenode OPERATOR(pg_catalog.<>) 0 AND c.relfilenode OPERATOR(pg_catalog.<>) pg_catalog.pg_relation_filenode(c.oid)))
        """;

    /// <summary>Gives each step of this transaction's joins and sorts 64 MB at least: with the default of 4 MB a load of a million rows takes twice as long.</summary>
    public const string RoomToWork = """
        SELECT pg_catalog.set_config('work_mem', '64MB', true)
        WHERE pg_catalog.pg_size_bytes(pg_catalog.current_setting('work_mem')) < 67108864
        """;

    /// <summary>Sets a setting for this transaction. Parameters: name, value.</summary>
    public const string SetLocal = "SELECT pg_catalog.set_config($1, $2, true)";
}
