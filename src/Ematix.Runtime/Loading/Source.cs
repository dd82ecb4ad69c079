using Apache.Arrow;
using Apache.Arrow.Ipc;
using Ematix.Loading;
using Npgsql;

namespace Ematix;

/// <summary>Where a load's rows come from.</summary>
public abstract class Source
{
    private protected Source()
    {
    }

    /// <summary>The way that its rows take.</summary>
    internal abstract SyncPath Path { get; }

    /// <summary>A query on the store's own database; no row leaves the server. Columns are matched by name.</summary>
    /// <param name="query">One SELECT (or WITH … SELECT), without parameters. For rows of one key with equal event times, its ORDER BY decides which is last.</param>
    public static Source Sql(string query)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(query);
        return new SqlSource(query, []);
    }

    /// <summary>The same with values: each <c>{value}</c> of the interpolated string becomes a parameter, never text.</summary>
    /// <param name="query">An interpolated string.</param>
    public static Source Sql(SqlInterpolation query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentException.ThrowIfNullOrWhiteSpace(query.Text, nameof(query));
        return new SqlSource(query.Text, query.Values);
    }

    /// <summary>
    /// A query on another database, on the same server or another. Its rows are piped through this process as they are, in bounded memory: columns are matched by
    /// name, and their types are judged before the first row is read. The query runs in one read-only snapshot (REPEATABLE READ), in the search path of its
    /// connection; a hot standby will do. With the store's own data source it is the same as without one.
    /// </summary>
    /// <param name="database">The database of the query; its pool stays yours. A load takes one connection of it while it reads.</param>
    /// <param name="query">One SELECT (or WITH … SELECT), without parameters. For rows of one key with equal event times, its ORDER BY decides which is last.</param>
    /// <remarks>An error of the query reaches the caller as the <see cref="PostgresException"/> of its own server; nothing is loaded then.</remarks>
    public static Source Sql(NpgsqlDataSource database, string query)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentException.ThrowIfNullOrWhiteSpace(query);
        var literal = new SqlInterpolation(query.Length, 0);
        literal.AppendLiteral(query);
        return new RemoteSqlSource(database, literal);
    }

    /// <summary>The same with values: each <c>{value}</c> of the interpolated string becomes a parameter, never text.</summary>
    /// <param name="database">The database of the query; its pool stays yours. A load takes one connection of it while it reads.</param>
    /// <param name="query">An interpolated string. Its values are NULL, of the CLR types that columns have, or arrays or lists of such; instants are floored to the microsecond.</param>
    /// <exception cref="ArgumentException">A value is of another type.</exception>
    public static Source Sql(NpgsqlDataSource database, SqlInterpolation query)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentException.ThrowIfNullOrWhiteSpace(query.Text, nameof(query));
        return new RemoteSqlSource(database, query);
    }

    /// <summary>
    /// Arrow record batches, written a batch at a time. Columns are matched by name and judged by type before the first row is written: the types of the view's Arrow schema pass, and what
    /// loses nothing (narrower integers, dictionaries, any text, decimals of any precision and scale, instants of any unit with a zone, floored to the microsecond); an instant without a zone is refused.
    /// </summary>
    /// <param name="batches">The batches, all of one schema. They stay yours to dispose; the load holds none after it has asked for the next.</param>
    public static Source Arrow(IEnumerable<RecordBatch> batches)
    {
        ArgumentNullException.ThrowIfNull(batches);
        return new ArrowSource(batches, null, null);
    }

    /// <summary>The same from an asynchronous stream.</summary>
    /// <param name="batches">The batches, all of one schema. Each is disposed by the load, once it is written or the load has failed.</param>
    public static Source Arrow(IAsyncEnumerable<RecordBatch> batches)
    {
        ArgumentNullException.ThrowIfNull(batches);
        return new ArrowSource(null, batches, null);
    }

    /// <summary>The same from an Arrow stream, such as a reader of IPC data or files; its schema is judged even if it has no batch.</summary>
    /// <param name="batches">The stream, which stays yours to dispose and serves one load. Its batches are disposed by the load, once they are written or the load has failed.</param>
    public static Source Arrow(IArrowArrayStream batches)
    {
        ArgumentNullException.ThrowIfNull(batches);
        return new ArrowSource(null, null, batches);
    }

    /// <summary>The source as a load of a store takes it.</summary>
    internal virtual Source For(FeatureStore store) => this;

    internal static Source Rows<TView>(IEnumerable<TView> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new RowSource<TView>(rows, null);
    }

    internal static Source Rows<TView>(IAsyncEnumerable<TView> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new RowSource<TView>(null, rows);
    }
}
