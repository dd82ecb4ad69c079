namespace Ematix.LocalPostgres.Cluster;

/// <summary>Where the packagers of each system put the server's programs, apart from the search path.</summary>
internal static class InstallationFolders
{
    public static IEnumerable<string> All()
    {
        if (OperatingSystem.IsWindows())
            return Versions(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "*");
        if (OperatingSystem.IsMacOS())
        {
            return
            [
                .. Versions("/opt/homebrew/opt", "postgresql@*"),
                .. Versions("/usr/local/opt", "postgresql@*"),
                .. Versions("/Library/PostgreSQL", "*"),
                .. Versions("/Applications/Postgres.app/Contents/Versions", "*"),
            ];
        }
        return
        [
            .. Versions("/usr/lib/postgresql", "*"),
            .. Versions("/usr", "pgsql-*"),
            .. Versions("/home/linuxbrew/.linuxbrew/opt", "postgresql@*"),
            "/usr/local/pgsql/bin",
        ];
    }

    private static IEnumerable<string> Versions(string parent, string pattern) =>
        Directory.Exists(parent) ? Directory.EnumerateDirectories(parent, pattern).Select(folder => Path.Combine(folder, "bin")) : [];
}
