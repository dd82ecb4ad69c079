using Ematix.LocalPostgres.Tests.Support;
using Npgsql;

namespace Ematix.LocalPostgres.Tests;

public sealed class StopAndRestartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(PostgresStopMode.Fast)]
    [InlineData(PostgresStopMode.Immediate)]
    public async Task What_was_committed_stays_and_what_was_not_goes(PostgresStopMode mode)
    {
        await using var server = await TestServers.StartPrivateAsync();
        await using var database = await server.CreateDatabaseAsync(Token);
        await TestServers.QueryAsync(database.ConnectionString, "create table t (n int)");
        await using var open = new NpgsqlConnection(database.ConnectionString);
        await open.OpenAsync(Token);
        await using var transaction = await open.BeginTransactionAsync(Token);
        await new NpgsqlCommand("insert into t values (2)", open, transaction).ExecuteNonQueryAsync(Token);
        await TestServers.QueryAsync(database.ConnectionString, "insert into t select 1 from generate_series(1, 1000)");

        await server.StopAsync(mode, Token);
        await server.StopAsync(mode, Token);
        await Assert.ThrowsAsync<NpgsqlException>(() => server.QueryAsync("select 1"));
        await Assert.ThrowsAsync<NpgsqlException>(() => server.CreateDatabaseAsync(Token));
        await server.RestartAsync(Token);

        Assert.Equal("1000", await TestServers.QueryAsync(database.ConnectionString, "select count(*) from t where n = 1"));
        Assert.Equal("0", await TestServers.QueryAsync(database.ConnectionString, "select count(*) from t where n = 2"));
    }

    [Fact]
    public async Task A_restart_of_a_running_server_keeps_its_address_and_settings_and_leaves_nothing_in_the_end()
    {
        var server = await TestServers.StartPrivateAsync(new() { Settings = new Dictionary<string, string> { ["work_mem"] = "7MB" } });
        var before = server.ConnectionString;
        var started = await server.QueryAsync("select pg_postmaster_start_time()::text");
        await server.RestartAsync(Token);
        Assert.Equal(before, server.ConnectionString);
        Assert.NotEqual(started, await server.QueryAsync("select pg_postmaster_start_time()::text"));
        Assert.Equal("7MB", await server.QueryAsync("show work_mem"));

        var traces = await ServerTraces.OfAsync(server);
        await server.DisposeAsync();
        traces.AssertGone();
    }

    [Fact]
    public async Task A_stopped_server_leaves_nothing_either()
    {
        var server = await TestServers.StartPrivateAsync();
        var database = await server.CreateDatabaseAsync(Token);
        var traces = await ServerTraces.OfAsync(server);
        await server.StopAsync(PostgresStopMode.Immediate, Token);
        await database.DisposeAsync();
        await server.DisposeAsync();
        traces.AssertGone();
    }

    [Fact]
    public async Task A_server_killed_from_outside_starts_again_on_its_data()
    {
        await using var server = await TestServers.StartPrivateAsync();
        await server.QueryAsync("create table t as select 1 as n");
        var traces = await ServerTraces.OfAsync(server);
        await TestPrograms.RunAsync("kill", "-s", "KILL", $"{traces.Processes[0]}");
        await server.RestartAsync(Token);
        Assert.Equal("1", await server.QueryAsync("select n from t"));
    }

    [Fact]
    public async Task A_cancelled_restart_can_be_repeated()
    {
        await using var server = await TestServers.StartPrivateAsync();
        await server.QueryAsync("create table t as select 1 as n");
        for (var wait = 0; wait < 100; wait += 15)
        {
            using var soon = new CancellationTokenSource(wait);
            await Record.ExceptionAsync(() => server.RestartAsync(soon.Token));
        }
        using var before = new CancellationTokenSource(0);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.RestartAsync(before.Token));
        await server.RestartAsync(Token);
        Assert.Equal("1", await server.QueryAsync("select n from t"));
    }
}
