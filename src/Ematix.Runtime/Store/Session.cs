using Ematix.Planning;
using Ematix.Planning.Training;
using Npgsql;

namespace Ematix;

/// <summary>One connection inside one READ COMMITTED transaction that sees built-ins only; rolled back unless committed.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly Func<Session, CancellationToken, Task> _begin;
    private NpgsqlTransaction _transaction = null!;

    private string _callersPath = "";
    private bool _isDisposed;

    private Session(NpgsqlConnection connection, Func<Session, CancellationToken, Task> begin) => (_connection, _begin) = (connection, begin);

    /// <summary>The isolation level is set explicitly: a role's default may be another, whose snapshot would be older than the lock.</summary>
    public static Task<Session> BeginAsync(FeatureStore store, CancellationToken cancellationToken) =>
        BeginAsync(store.DataSource, static (session, token) => session.BeginWritingAsync(token), cancellationToken);

    /// <summary>The same, read only: each statement sees what is committed when it begins.</summary>
    public static Task<Session> BeginWatchingAsync(FeatureStore store, CancellationToken cancellationToken) =>
        BeginAsync(store.DataSource, static (session, token) => session.BeginWatchingAsync(token), cancellationToken);

    /// <summary>One on the database of a source: one read-only snapshot, in the search path that the caller's query needs.</summary>
    public static Task<Session> BeginReadOnlyAsync(NpgsqlDataSource database, CancellationToken cancellationToken) =>
        BeginAsync(database, static (session, token) => session.BeginReadingAsync(token), cancellationToken);

    /// <summary>Rolls back and begins again on the same connection: a second one of its pool might not come while this one is held.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await _transaction.DisposeAsync().ConfigureAwait(false);
        await _begin(this, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>One snapshot for all that is read: a new one, or one that another session has exported. Whether it can write depends on server and role.</summary>
    public static Task<Session> BeginSnapshotAsync(FeatureStore store, string? snapshot, CancellationToken cancellationToken) =>
        BeginAsync(store.DataSource, (session, token) => session.BeginSnapshotAsync(snapshot, token), cancellationToken);

    /// <summary>Whether the transaction can have temporary tables: not on a standby, nor where it was set to read only, nor without the right.</summary>
    public bool CanStage { get; private set; }

    /// <summary>A command without a time limit of the client's: limits are the server's, and cancellation the caller's.</summary>
    public NpgsqlCommand Command(string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlCommand(sql, _connection, _transaction) { CommandTimeout = 0 };
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        return command;
    }

    /// <summary>Runs a statement and counts the rows it processed: of CREATE TABLE … AS too, which ExecuteNonQuery leaves out.</summary>
    public async Task<long> ExecuteAsync(string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        var statement = new NpgsqlBatchCommand(sql);
        statement.Parameters.AddRange(parameters);
        await using var batch = new NpgsqlBatch(_connection, _transaction) { Timeout = 0, BatchCommands = { statement } };
        await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        return (long)statement.Rows;
    }

    /// <summary>Runs statements parted by semicolons.</summary>
    public async Task ExecuteScriptAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads all rows of a small answer.</summary>
    public async Task<List<T>> QueryAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>Runs what the caller wrote in the caller's search path; everything else sees built-ins only.</summary>
    public async Task<T> InCallersPathAsync<T>(Func<Task<T>> run, CancellationToken cancellationToken)
    {
        await SetLocalAsync("search_path", _callersPath, cancellationToken).ConfigureAwait(false);
        var result = await run().ConfigureAwait(false);
        await ExecuteAsync(SessionSql.BuiltInsOnly, cancellationToken).ConfigureAwait(false);
        return result;
    }

    /// <summary>Takes the locks of what is to be read, and a snapshot that comes after whatever was done to these tables before: a snapshot comes before the locks, and to an old one a table that was rewritten is empty.</summary>
    /// <param name="hold">Takes the locks, and reads nothing; called anew for each snapshot.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task HoldAsync(Func<Task> hold, CancellationToken cancellationToken)
    {
        await hold().ConfigureAwait(false);
        while ((await QueryAsync(SessionSql.IsOutdated, reader => reader.GetBoolean(0), cancellationToken).ConfigureAwait(false))[0])
        {
            await RestartAsync(cancellationToken).ConfigureAwait(false);
            await hold().ConfigureAwait(false);
        }
    }

    public Task SetLocalAsync(string setting, string value, CancellationToken cancellationToken) =>
        ExecuteAsync(SessionSql.SetLocal, cancellationToken, Parameters.Text(setting), Parameters.Text(value));

    /// <summary>Sets a time limit of the server's: zero means none to it; a positive one is at least a millisecond.</summary>
    public Task SetLimitAsync(string setting, TimeSpan limit, CancellationToken cancellationToken)
    {
        var milliseconds = limit <= TimeSpan.Zero ? 0 : Math.Clamp((long)Math.Ceiling(limit.TotalMilliseconds), 1, int.MaxValue);
        return SetLocalAsync(setting, milliseconds.ToString(System.Globalization.CultureInfo.InvariantCulture), cancellationToken);
    }

    public Task<NpgsqlBinaryImporter> CopyAsync(string sql, CancellationToken cancellationToken) =>
        _connection.BeginBinaryImportAsync(sql, cancellationToken);

    /// <summary>Binary COPY data as it is, without a time limit of the client's.</summary>
    public async Task<NpgsqlRawCopyStream> RawCopyAsync(string sql, CancellationToken cancellationToken)
    {
        var stream = await _connection.BeginRawBinaryCopyAsync(sql, cancellationToken).ConfigureAwait(false);
        (stream.ReadTimeout, stream.WriteTimeout) = (0, 0);
        return stream;
    }

    /// <summary>For a statement that the caller's query is part of: the caller's search path from now on.</summary>
    public Task TakeCallersPathAsync(CancellationToken cancellationToken) => SetLocalAsync("search_path", _callersPath, cancellationToken);

    public Task CommitAsync(CancellationToken cancellationToken) => _transaction.CommitAsync(cancellationToken);

    private static async Task<Session> BeginAsync(NpgsqlDataSource database, Func<Session, CancellationToken, Task> begin, CancellationToken cancellationToken)
    {
        var session = new Session(await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false), begin);
        try
        {
            await begin(session, cancellationToken).ConfigureAwait(false);
            return session;
        }
        catch
        {
            await session._connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task BeginWritingAsync(CancellationToken cancellationToken)
    {
        _transaction = await _connection.BeginTransactionAsync(System.Data.IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
        await ExecuteAsync(SessionSql.Writable, cancellationToken).ConfigureAwait(false);
        await ExecuteAsync(SessionSql.MayWait, cancellationToken).ConfigureAwait(false);
        _callersPath = (await QueryAsync(SessionSql.CallersPath, reader => reader.GetString(0), cancellationToken).ConfigureAwait(false))[0];
        await ExecuteAsync(SessionSql.BuiltInsOnly, cancellationToken).ConfigureAwait(false);
    }

    private async Task BeginWatchingAsync(CancellationToken cancellationToken)
    {
        _transaction = await _connection.BeginTransactionAsync(System.Data.IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
        await ExecuteAsync(SessionSql.ReadOnly, cancellationToken).ConfigureAwait(false);
        await ExecuteAsync(SessionSql.BuiltInsOnly, cancellationToken).ConfigureAwait(false);
    }

    private async Task BeginSnapshotAsync(string? snapshot, CancellationToken cancellationToken)
    {
        _transaction = await _connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken).ConfigureAwait(false);
        if (snapshot is not null)
            await ExecuteAsync(SnapshotSql.Import(snapshot), cancellationToken).ConfigureAwait(false);
        await ExecuteAsync(SessionSql.MayWait, cancellationToken).ConfigureAwait(false);
        var (isReadOnly, mayStage, path) = (await QueryAsync(
            SnapshotSql.State, reader => (reader.GetBoolean(0), reader.GetBoolean(1), reader.GetString(2)), cancellationToken).ConfigureAwait(false))[0];
        (CanStage, _callersPath) = (!isReadOnly && mayStage, path);
        await ExecuteAsync(SessionSql.BuiltInsOnly, cancellationToken).ConfigureAwait(false);
        await QueryAsync(SnapshotSql.Prepare, _ => 0, cancellationToken).ConfigureAwait(false);
    }

    private async Task BeginReadingAsync(CancellationToken cancellationToken)
    {
        _transaction = await _connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken).ConfigureAwait(false);
        await ExecuteAsync(SessionSql.ReadOnly, cancellationToken).ConfigureAwait(false);
        await ExecuteAsync(SessionSql.MayWait, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends it once. The driver gives a connection's next user the same transaction object: to end that again would roll back what is another's.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        await _transaction.DisposeAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }
}
