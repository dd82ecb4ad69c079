using System.Globalization;
using Ematix.LocalPostgres;
using Npgsql;

namespace Ematix.Tests;

/// <summary>A store over a database of a test's own, and plain SQL beside it. When the test is done, the invariants of the views it names are audited.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly PostgresDatabase _database;
    private readonly NpgsqlDataSource _plain;
    private readonly List<Func<Task>> _audits = [];

    private TestStore(PostgresDatabase database)
    {
        _database = database;
        _plain = NpgsqlDataSource.Create(database.ConnectionString);
        Store = FeatureStore.Open(database.ConnectionString);
    }

    public FeatureStore Store { get; }

    public string ConnectionString => _database.ConnectionString;

    public static Task<TestStore> CreateAsync(PostgresFixture postgres, params string[] settings) => CreateAsync(postgres.Server, settings);

    public static async Task<TestStore> CreateAsync(PostgresServer server, params string[] settings)
    {
        var store = new TestStore(await server.CreateDatabaseAsync(Cancel));
        await store.SetAsync(settings);
        return store;
    }

    /// <summary>Gives new sessions of the store these settings; the plain SQL of tests keeps its own.</summary>
    public async Task SetAsync(params string[] settings)
    {
        await using var opened = await _plain.OpenConnectionAsync(Cancel);
        await using var batch = new NpgsqlCommand(string.Concat(settings.Select(setting => $"ALTER DATABASE \"{_database.Name}\" SET {setting};")), opened);
        if (settings.Length > 0)
            await batch.ExecuteNonQueryAsync(Cancel);
    }

    public TestStore Audits<TView>()
        where TView : class, IFeatureView<TView>
    {
        _audits.Add(() => Audit.AssertAsync(this, TView.Definition));
        return this;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = _plain.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    /// <summary>How many sessions of the database stand in a transaction without working.</summary>
    public Task<long> IdleTransactionsAsync() => ScalarAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%' AND datname = current_database()");

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = _plain.CreateCommand(sql);
        return (T)Convert.ChangeType((await command.ExecuteScalarAsync(Cancel))!, typeof(T), CultureInfo.InvariantCulture);
    }

    /// <summary>Rows as text, columns parted by a bar, NULL as a dash: what a reader of a test can compare at a glance.</summary>
    public async Task<string[]> RowsAsync(string sql)
    {
        await using var command = _plain.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancel))
            rows.Add(string.Join("|", Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "-" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        return [.. rows];
    }

    /// <summary>Lets go of the pools' connections, which a restart of the server has broken.</summary>
    public void DropConnections()
    {
        _plain.Clear();
        Store.DataSource.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var audit in _audits)
            await audit();
        await Store.DisposeAsync();
        await _plain.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
