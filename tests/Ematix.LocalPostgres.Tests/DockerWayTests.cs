using System.Diagnostics;
using Ematix.LocalPostgres.Tests.Support;

namespace Ematix.LocalPostgres.Tests;

public sealed class DockerWayTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(14)]
    [InlineData(18)]
    public async Task A_container_serves_and_keeps_what_was_committed(int major)
    {
        Assert.SkipUnless(await EngineAnswersAsync(), "No Docker engine answers on this machine.");
        await using var server = await TestServers.StartPrivateAsync(new()
        {
            Source = PostgresSource.Docker,
            MajorVersion = major,
            Settings = new Dictionary<string, string> { ["work_mem"] = "7MB" },
        });
        Assert.True(server.IsPrivate);
        Assert.Equal(major, server.Version.Major);
        Assert.Equal($"PostgreSQL {server.Version} (Docker image postgres:{major})", server.Description);
        Assert.Equal("7MB", await server.QueryAsync("show work_mem"));
        Assert.Equal("on", await server.QueryAsync("show synchronous_commit"));

        await using var database = await server.CreateDatabaseAsync(Token);
        await TestServers.QueryAsync(database.ConnectionString, "create table t as select 1 as n");
        await server.StopAsync(PostgresStopMode.Immediate, Token);
        await server.RestartAsync(Token);
        Assert.Equal("1", await TestServers.QueryAsync(database.ConnectionString, "select n from t"));
    }

    [Fact]
    public async Task Without_an_engine_the_way_says_so()
    {
        Assert.SkipWhen(await EngineAnswersAsync(), "A Docker engine answers on this machine.");
        var error = await Assert.ThrowsAsync<PostgresUnavailableException>(() => TestServers.StartPrivateAsync(new() { Source = PostgresSource.Docker }));
        Assert.Contains("4. Docker: no container of postgres:18 could be started. Docker is either not running or misconfigured.", error.Message);
    }

    /// <summary>Asked of the docker program, apart from the library under test.</summary>
    private static async Task<bool> EngineAnswersAsync()
    {
        if (TestServers.Host.FindProgram("docker") is not { } docker)
            return false;
        using var process = Process.Start(new ProcessStartInfo(docker, ["version", "--format", "{{.Server.Version}}"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
