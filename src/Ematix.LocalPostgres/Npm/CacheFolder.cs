using Ematix.LocalPostgres.Host;
using Ematix.LocalPostgres.Ways;

namespace Ematix.LocalPostgres.Npm;

internal static class CacheFolder
{
    /// <summary>Where this system's users keep what can be fetched again. Only its owner may write there: what lies in it is run.</summary>
    public static string Find(PostgresServerOptions options, HostEnvironment host)
    {
        if (options.CacheDirectory is { } wanted)
            return Path.GetFullPath(wanted);
        return Path.Combine(Parent(host), "ematix-flow", "postgres");
    }

    private static string Parent(HostEnvironment host)
    {
        if (OperatingSystem.IsWindows())
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        // Root's home is closed to the user that the server runs as.
        if (Environment.IsPrivilegedProcess)
            return "/var/cache";
        if (host.Variable("XDG_CACHE_HOME") is { } cache && Path.IsPathRooted(cache))
            return cache;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (home.Length == 0)
            throw new WayUnavailableException($"this user has no home folder to keep the package in. Set {nameof(PostgresServerOptions.CacheDirectory)}.");
        return OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches") : Path.Combine(home, ".cache");
    }
}
