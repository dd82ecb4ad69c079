using System.Globalization;
using Ematix.LocalPostgres;
using Npgsql;

namespace Ematix.Benchmarks.Measuring;

/// <summary>A database with a store over it, and plain connections beside it.</summary>
internal sealed class BenchmarkDatabase : IAsyncDisposable
{
    private readonly PostgresDatabase _database;
    private readonly NpgsqlDataSource _plain;

    private BenchmarkDatabase(PostgresDatabase database)
    {
        _database = database;
        _plain = new NpgsqlDataSourceBuilder(database.ConnectionString) { ConnectionStringBuilder = { CommandTimeout = 0 } }.Build();
        Store = FeatureStore.Open(database.ConnectionString);
    }

    public FeatureStore Store { get; }

    public NpgsqlDataSource Plain => _plain;

    /// <summary>With its password, which the data source's own text leaves out.</summary>
    public string ConnectionString => _database.ConnectionString;

    public static async Task<BenchmarkDatabase> CreateAsync(PostgresServer server, CancellationToken cancellationToken) =>
        new(await server.CreateDatabaseAsync(cancellationToken));

    /// <summary>Runs statements one by one, each on its own.</summary>
    public async Task ExecuteAsync(params string[] statements)
    {
        await using var connection = await _plain.OpenConnectionAsync();
        foreach (var statement in statements)
            await ExecuteAsync(connection, statement);
    }

    /// <summary>Runs statements one by one in one transaction.</summary>
    public async Task TransactAsync(params string[] statements)
    {
        await using var connection = await _plain.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var statement in statements)
            await ExecuteAsync(connection, statement);
        await transaction.CommitAsync();
    }

    public async Task<long> CountAsync(string query)
    {
        await using var command = _plain.CreateCommand(query);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await _plain.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
