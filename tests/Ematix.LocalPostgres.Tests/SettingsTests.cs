using Ematix.LocalPostgres.Tests.Support;

namespace Ematix.LocalPostgres.Tests;

public sealed class SettingsTests
{
    [Fact]
    public async Task Settings_reach_the_server_to_the_letter_and_win_over_ours()
    {
        const string odd = "it's \\ \"odd\"\n# second line\t= 'x'";
        await using var server = await TestServers.StartPrivateAsync(new()
        {
            Settings = new Dictionary<string, string> { ["fsync"] = "on", ["ematix.odd"] = odd, ["default_transaction_isolation"] = "serializable" },
        });
        Assert.Equal("on", await server.QueryAsync("show fsync"));
        Assert.Equal(odd, await server.QueryAsync("show ematix.odd"));
        Assert.Equal("serializable", await server.QueryAsync("show default_transaction_isolation"));
    }

    [Theory]
    [InlineData("port", "5432")]
    [InlineData("Listen_Addresses", "*")]
    [InlineData("unix_socket_directories", "/tmp")]
    [InlineData("hba_file", "/tmp/hba")]
    [InlineData("", "x")]
    [InlineData("work_mem = '1MB'\nfsync", "x")]
    [InlineData("work_mem\n", "x")]
    [InlineData("work_mem", "a\0b")]
    public async Task What_would_open_or_break_the_server_is_refused_before_anything_starts(string name, string value)
    {
        var options = new PostgresServerOptions { Settings = new Dictionary<string, string> { [name] = value } };
        var error = await Assert.ThrowsAsync<ArgumentException>(() => TestServers.StartPrivateAsync(options));
        Assert.StartsWith("Settings: ", error.Message);
    }

    [Fact]
    public async Task A_setting_that_the_server_refuses_is_named_with_the_servers_words_and_leaves_nothing()
    {
        using var folder = new TestFolder();
        var options = new PostgresServerOptions { Settings = new Dictionary<string, string> { ["work_mem"] = "much" } };
        var error = await Assert.ThrowsAsync<PostgresUnavailableException>(() =>
            TestServers.StartPrivateAsync(options, TestServers.Host with { TemporaryDirectory = folder.Location }));
        Assert.Contains("invalid value for parameter \"work_mem\": \"much\"", error.Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Location));
    }

    [Fact]
    public async Task Options_out_of_range_are_refused()
    {
        var token = TestContext.Current.CancellationToken;
        await Assert.ThrowsAsync<ArgumentException>(() => PostgresServer.StartAsync(new() { MajorVersion = 0 }, token));
        await Assert.ThrowsAsync<ArgumentException>(() => PostgresServer.StartAsync(new() { Source = (PostgresSource)9 }, token));
    }
}
