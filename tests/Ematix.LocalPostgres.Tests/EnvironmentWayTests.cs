using Ematix.LocalPostgres.Host;
using Ematix.LocalPostgres.Tests.Support;
using Npgsql;

namespace Ematix.LocalPostgres.Tests;

public sealed class EnvironmentWayTests : IAsyncLifetime
{
    private const string Variable = "EMATIX_TEST_POSTGRES";
    private PostgresServer _others = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private HostEnvironment Pointed => TestServers.HostWith(Variable, _others.ConnectionString);

    public async ValueTask InitializeAsync() => _others = await TestServers.StartPrivateAsync();

    public ValueTask DisposeAsync() => _others.DisposeAsync();

    [Fact]
    public async Task The_named_server_is_used_and_left_as_it_was()
    {
        var server = await PostgresServer.StartAsync(new(), Pointed, Token);
        Assert.False(server.IsPrivate);
        Assert.Equal(_others.Version, server.Version);
        Assert.Equal($"PostgreSQL {_others.Version} (EMATIX_TEST_POSTGRES)", server.Description);
        await using (var database = await server.CreateDatabaseAsync(Token))
            Assert.Equal(database.Name, await TestServers.QueryAsync(database.ConnectionString, "select current_database()"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => server.StopAsync(cancellationToken: Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => server.RestartAsync(Token));
        await server.DisposeAsync();
        Assert.Equal("0", await _others.QueryAsync("select count(*) from pg_database where datname like 'ematix%'"));
    }

    [Theory]
    [InlineData("this is not a connection string; canary")]
    [InlineData("Host=127.0.0.1;Port=canary")]
    [InlineData("postgres://me:canary@127.0.0.1/db")]
    [InlineData("Host=127.0.0.1;Port=1;Username=me;Password=canary")]
    public async Task A_value_that_leads_nowhere_is_an_error_and_not_a_reason_for_another_server(string value)
    {
        var error = await Assert.ThrowsAsync<PostgresUnavailableException>(() => PostgresServer.StartAsync(new(), TestServers.HostWith(Variable, value), Token));
        Assert.Contains("2. Server binaries on this machine: not tried, because EMATIX_TEST_POSTGRES is set.", error.Message);
        Assert.DoesNotContain("canary", error.ToString());
    }

    [Fact]
    public async Task A_wrong_password_is_named_but_not_repeated()
    {
        var wrong = new NpgsqlConnectionStringBuilder(_others.ConnectionString) { Password = "canary" }.ConnectionString;
        var error = await Assert.ThrowsAsync<PostgresUnavailableException>(() => PostgresServer.StartAsync(new(), TestServers.HostWith(Variable, wrong), Token));
        Assert.Contains("password authentication failed", error.Message);
        Assert.DoesNotContain("canary", error.ToString());
    }

    [Fact]
    public async Task A_role_that_may_not_create_databases_is_refused_at_once()
    {
        await _others.QueryAsync("create role small login password 'canary'");
        var small = new NpgsqlConnectionStringBuilder(_others.ConnectionString) { Username = "small", Password = "canary" }.ConnectionString;
        var error = await Assert.ThrowsAsync<PostgresUnavailableException>(() => PostgresServer.StartAsync(new(), TestServers.HostWith(Variable, small), Token));
        Assert.Contains("the role \"small\" may not create databases", error.Message);
        Assert.DoesNotContain("canary", error.ToString());
    }

    [Fact]
    public async Task Settings_pass_the_named_server_over()
    {
        var options = new PostgresServerOptions { Settings = new Dictionary<string, string> { ["work_mem"] = "7MB" } };
        await using var server = await PostgresServer.StartAsync(options, Pointed, Token);
        Assert.True(server.IsPrivate);
        Assert.Equal("7MB", await server.QueryAsync("show work_mem"));
    }

    [Fact]
    public async Task Another_version_than_the_one_asked_for_passes_the_named_server_over()
    {
        var options = new PostgresServerOptions { MajorVersion = 99 };
        var error = await Assert.ThrowsAsync<PostgresUnavailableException>(() => PostgresServer.StartAsync(options, Pointed, Token));
        Assert.Contains($"1. EMATIX_TEST_POSTGRES: that server is PostgreSQL {_others.Version}, but 99 was asked for.", error.Message);
        Assert.Contains("2. Server binaries on this machine: 99 was asked for, but only ", error.Message);
    }
}
