using Npgsql;

namespace Ematix.Tests;

/// <summary>A store, and another database that its loads read.</summary>
internal sealed class TwoDatabases : IAsyncDisposable
{
    private TwoDatabases(TestStore target, TestStore other)
    {
        (Target, Other) = (target, other);
        Database = NpgsqlDataSource.Create(other.ConnectionString + ";Maximum Pool Size=1;Application Name=" + SourceName);
    }

    public TestStore Target { get; }

    /// <summary>What the sessions on the other database are called: other tests have such sessions, too.</summary>
    public string SourceName { get; } = "source " + Guid.NewGuid().ToString("N")[..8];

    public FeatureStore Store => Target.Store;

    public TestStore Other { get; }

    /// <summary>The other database, through a pool of one connection.</summary>
    public NpgsqlDataSource Database { get; }

    public static async Task<TwoDatabases> CreateAsync(PostgresFixture postgres, params string[] settings) =>
        new(await TestStore.CreateAsync(postgres), await TestStore.CreateAsync(postgres, settings));

    public TwoDatabases Audits<TView>()
        where TView : class, IFeatureView<TView>
    {
        Target.Audits<TView>();
        return this;
    }

    /// <summary>Statements that a load runs on the other database now.</summary>
    public Task<long> ReadingAsync() => Target.ScalarAsync<long>($"SELECT count(*) FROM pg_stat_activity WHERE application_name = '{SourceName}' AND state = 'active' AND query LIKE 'COPY%'");

    public async Task UntilReadingAsync()
    {
        while (await ReadingAsync() == 0)
            await Task.Delay(5);
    }

    public async Task UntilQuietAsync()
    {
        while (await ReadingAsync() > 0)
            await Task.Delay(5);
    }

    public async ValueTask DisposeAsync()
    {
        await Target.DisposeAsync();
        await Database.DisposeAsync();
        await Other.DisposeAsync();
    }
}
