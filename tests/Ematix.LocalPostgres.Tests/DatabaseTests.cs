using Ematix.LocalPostgres.Tests.Support;
using Npgsql;

namespace Ematix.LocalPostgres.Tests;

public sealed class DatabaseTests : IAsyncLifetime
{
    private PostgresServer _server = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await TestServers.StartPrivateAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_database_is_there_until_it_is_disposed_whoever_uses_it()
    {
        var database = await _server.CreateDatabaseAsync(Token);
        Assert.Matches(@"\Aematix_[0-9a-f]{16}\z", database.Name);
        Assert.Equal(database.Name, await TestServers.QueryAsync(database.ConnectionString, "select current_database()"));
        Assert.Equal("UTF8", await TestServers.QueryAsync(database.ConnectionString, "show server_encoding"));

        await using var pooled = new NpgsqlConnection(database.ConnectionString);
        await pooled.OpenAsync(Token);
        await pooled.CloseAsync();
        await using var inUse = new NpgsqlConnection(database.ConnectionString);
        await inUse.OpenAsync(Token);

        await database.DisposeAsync();
        await database.DisposeAsync();
        Assert.Equal("0", await _server.QueryAsync("select count(*) from pg_database where datname like 'ematix%'"));
    }

    [Fact]
    public async Task Databases_made_at_once_are_apart()
    {
        var databases = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _server.CreateDatabaseAsync(Token)));
        await Task.WhenAll(databases.Select(database => TestServers.QueryAsync(database.ConnectionString, "create table t as select 1 as n")));
        Assert.Equal(6, databases.Select(database => database.Name).Distinct().Count());
        await Task.WhenAll(databases.Select(database => database.DisposeAsync().AsTask()));
        Assert.Equal("0", await _server.QueryAsync("select count(*) from pg_database where datname like 'ematix%'"));
    }

    [Fact]
    public async Task A_cancelled_creation_leaves_no_database()
    {
        for (var wait = 0; wait < 80; wait += 10)
        {
            using var soon = new CancellationTokenSource(wait);
            try
            {
                await using var database = await _server.CreateDatabaseAsync(soon.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.True(soon.IsCancellationRequested);
            }
        }
        Assert.Equal("0", await _server.QueryAsync("select count(*) from pg_database where datname like 'ematix%'"));
    }
}
