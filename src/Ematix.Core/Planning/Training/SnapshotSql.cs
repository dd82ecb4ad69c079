using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Planning.Training;

/// <summary>Statements of the transaction in which a training set is read: one snapshot, on one connection or on several.</summary>
internal static class SnapshotSql
{
    /// <summary>What the transaction may do, and the caller's search path: whether it can only read, whether it may stage.</summary>
    public const string State = """
        SELECT
            pg_catalog.current_setting('transaction_read_only')::boolean,
            pg_catalog.has_database_privilege(pg_catalog.current_database(), 'TEMPORARY'),
            pg_catalog.current_setting('search_path')
        """;

    /// <summary>
    /// For this transaction: no time for compiling, the rows of a table as they are stored, room to sort a part of the output, notices sent to the client
    /// (<see cref="TrainingPlanner.Copy"/>), and an eye on the client where the server's system can have one: a COPY that waits for a lock can only be cancelled by closing its connection.
    /// </summary>
    public const string Prepare = """
        SELECT
            pg_catalog.set_config('jit', 'off', true),
            pg_catalog.set_config('synchronize_seqscans', 'off', true),
            pg_catalog.set_config('client_min_messages', 'notice', true),
            CASE WHEN pg_catalog.pg_size_bytes(pg_catalog.current_setting('work_mem')) < 67108864
                 THEN pg_catalog.set_config('work_mem', '64MB', true) END,
            CASE WHEN pg_catalog.version() LIKE '%linux%' AND pg_catalog.current_setting('client_connection_check_interval') = '0'
                 THEN pg_catalog.set_config('client_connection_check_interval', '1s', true) END
        """;

    /// <summary>Gives the snapshot a name that other connections can take it by, while the transaction lasts.</summary>
    public const string Export = "SELECT pg_catalog.pg_export_snapshot()";

    /// <summary>Values as text that is exact and means the same to every reader, and NULL in an array's text for no value. For transactions without a query of the caller's.</summary>
    public const string PlainTexts = """
        SELECT
            pg_catalog.set_config('datestyle', 'ISO', true),
            pg_catalog.set_config('timezone', 'UTC', true),
            pg_catalog.set_config('intervalstyle', 'postgres', true),
            pg_catalog.set_config('extra_float_digits', '1', true),
            pg_catalog.set_config('array_nulls', 'on', true)
        """;

    /// <summary>About how many rows a table has; 0 where nothing is known. Parameters: schema, table.</summary>
    public const string HistorySize = """
        SELECT CASE WHEN c.reltuples < 0 THEN pg_catalog.pg_relation_size(c.oid) / 100 ELSE c.reltuples::bigint END
        FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE n.nspname = $1 AND c.relname = $2
        """;

    /// <summary>
    /// How many pages a table has whose rows can be told by their places: one of its own rows only, and all of them, to which the role has the right. No row for any other
    /// relation, such as a view. Parameters: schema, table.
    /// </summary>
    public const string Pages = """
        SELECT pg_catalog.pg_relation_size(c.oid) / pg_catalog.current_setting('block_size')::bigint
        FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_am AS a ON a.oid = c.relam
        WHERE n.nspname = $1 AND c.relname = $2
          AND c.relkind IN ('r', 'm') AND c.relpersistence <> 't' AND NOT c.relhassubclass AND a.amname = 'heap'
          AND pg_catalog.has_table_privilege(c.oid, 'SELECT') AND NOT pg_catalog.row_security_active(c.oid)
        """;

    /// <summary>The time of a view's last committed load, and the database's clock. Parameter: the catalog name.</summary>
    public const string LastLoad = """
        SELECT (SELECT f.last_synced_at FROM ematix_flow.feature_views AS f WHERE f.name = $1), pg_catalog.clock_timestamp()
        """;

    /// <summary>Which of some columns are not there, by their numbers from 1, and whether their table is. Parameters: the schema, the table and the name of each.</summary>
    public const string Lacking = """
        SELECT w.number, c.oid IS NOT NULL
        FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS w (schema, relation, attribute, number)
        LEFT JOIN (pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace)
            ON n.nspname = w.schema AND c.relname = w.relation
        WHERE NOT EXISTS (
            SELECT FROM pg_catalog.pg_attribute AS a
            WHERE a.attrelid = c.oid AND a.attname = w.attribute AND a.attnum > 0 AND NOT a.attisdropped)
        ORDER BY w.number
        """;

    /// <summary>
    /// Takes a reader's lock on each table, and reads nothing. The locks last as long as the transaction: a session that has them all waits for nobody any more.
    /// </summary>
    public static string Hold(IEnumerable<string> tables) => string.Join("\nUNION ALL\n", tables.Distinct().Select(name => $"SELECT NULL FROM {name} WHERE false"));

    /// <summary>The tables that a join reads where they lie.</summary>
    public static IEnumerable<string> Tables(TrainingJoin join) =>
        Histories(join.Set).Concat(join.Spine.Table is { } table and not SpinePlanner.Staged ? [table] : []);

    /// <summary>The tables of a set's views.</summary>
    public static IEnumerable<string> Histories(TrainingSetModel set) => set.Views.Select(view => Identifier.Table(view.View));

    /// <summary>Takes another connection's snapshot; the transaction's first statement.</summary>
    public static string Import(string name) => $"SET TRANSACTION SNAPSHOT {Literal.Text(name)}";

    /// <summary>Keeps arrays where a COPY can read them, which takes no parameters. Parameters: the arrays.</summary>
    public static string KeepArrays(IEnumerable<string> types) =>
        "SELECT " + string.Join(" + ", types.Select((type, i) => $"pg_catalog.length({Set(TrainingValues.Column(i), $"{VersionSql.Parameter(i + 1)}::{type}::text")})"));

    private static string Set(string setting, string value) => $"pg_catalog.set_config({Literal.Text(setting)}, {value}, true)";
}
