using Ematix.LocalPostgres;

namespace Ematix.Samples.Tests.Support;

/// <summary>A store over a database of a test's own.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly PostgresDatabase _database;

    private TestStore(PostgresDatabase database) => (_database, Store) = (database, FeatureStore.Open(database.ConnectionString));

    public FeatureStore Store { get; }

    public static async Task<TestStore> CreateAsync(PostgresFixture postgres) => new(await postgres.Server.CreateDatabaseAsync());

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Store.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await _database.DisposeAsync();
    }
}
