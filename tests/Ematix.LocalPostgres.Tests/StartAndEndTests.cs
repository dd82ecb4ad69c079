using Ematix.LocalPostgres.Tests.Support;
using Npgsql;

namespace Ematix.LocalPostgres.Tests;

public sealed class StartAndEndTests
{
    [Fact]
    public async Task A_server_answers_and_leaves_no_process_and_no_folder()
    {
        var server = await TestServers.StartPrivateAsync();
        var traces = await ServerTraces.OfAsync(server);
        Assert.True(Directory.Exists(traces.Folder));

        Assert.True(server.IsPrivate);
        Assert.StartsWith(server.Version.ToString(), await server.QueryAsync("show server_version"));
        Assert.Matches($@"\APostgreSQL {server.Version} \(.+\)\z", server.Description);
        Assert.Equal("UTF8", await server.QueryAsync("show server_encoding"));
        Assert.Equal("on", await server.QueryAsync("show is_superuser"));

        await server.DisposeAsync();
        traces.AssertGone();
        await server.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => server.CreateDatabaseAsync(TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => server.RestartAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Two_servers_at_once_know_nothing_of_each_other()
    {
        var both = await Task.WhenAll(TestServers.StartPrivateAsync(), TestServers.StartPrivateAsync());
        await using var first = both[0];
        var traces = await ServerTraces.OfAsync(both[1]);
        Assert.NotEqual(traces.Folder, (await ServerTraces.OfAsync(first)).Folder);

        await TestServers.QueryAsync(first.ConnectionString, "create table mine as select 1 as one");
        Assert.Equal("", await both[1].QueryAsync("select to_regclass('mine')::text"));

        await both[1].DisposeAsync();
        traces.AssertGone();
        Assert.Equal("1", await first.QueryAsync("select one from mine"));
    }

    [Fact]
    public async Task A_connection_needs_the_password_and_the_folder_is_closed_to_others()
    {
        await using var server = await TestServers.StartPrivateAsync();
        var folder = (await ServerTraces.OfAsync(server)).Folder;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        Assert.False(File.Exists(Path.Combine(folder, "password")));
        Assert.Equal("127.0.0.1", await server.QueryAsync("show listen_addresses"));
        Assert.Equal("", await server.QueryAsync("show unix_socket_directories"));
        Assert.Equal("0", await server.QueryAsync("select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'"));

        foreach (var password in new[] { null, "postgres" })
        {
            var guess = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = password }.ConnectionString;
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => TestServers.QueryAsync(guess, "select 1"));
        }
    }

    [Fact]
    public async Task A_port_that_another_takes_first_is_left_to_it()
    {
        await using var first = await TestServers.StartPrivateAsync();
        var taken = new NpgsqlConnectionStringBuilder(first.ConnectionString).Port;
        var offers = new Queue<int>([taken, taken]);
        var host = TestServers.Host with { NextPort = () => offers.TryDequeue(out var port) ? port : TestServers.Host.NextPort() };

        await using var second = await TestServers.StartPrivateAsync(host: host);

        Assert.Empty(offers);
        Assert.NotEqual(taken, new NpgsqlConnectionStringBuilder(second.ConnectionString).Port);
        Assert.Equal("1", await second.QueryAsync("select 1"));
    }

    [Theory]
    [InlineData("with a space")]
    [InlineData("it's \"quoted\" $HOME `x` \\ ; *")]
    [InlineData("größe 数据")]
    public async Task The_folder_for_temporary_files_may_have_any_name(string name)
    {
        using var folder = new TestFolder(name);
        var server = await TestServers.StartPrivateAsync(host: TestServers.Host with { TemporaryDirectory = folder.Location + "/" });
        Assert.StartsWith(folder.Location + "/ematix-postgres.", await server.QueryAsync("show data_directory"));
        await server.StopAsync(PostgresStopMode.Immediate, TestContext.Current.CancellationToken);
        await server.RestartAsync(TestContext.Current.CancellationToken);
        Assert.Equal("1", await server.QueryAsync("select 1"));
        await server.DisposeAsync();
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Location));
    }

    [Fact]
    public async Task A_folder_for_temporary_files_that_the_servers_user_may_not_enter_is_passed_over()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root starts servers as another user.");
        using var folder = new TestFolder(mode: UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await using var server = await TestServers.StartPrivateAsync(host: TestServers.Host with { TemporaryDirectory = folder.Location });
        Assert.StartsWith("/var/tmp/ematix-postgres.", await server.QueryAsync("show data_directory"));
    }
}
