using System.Diagnostics;
using System.Text;
using Ematix.LocalPostgres.Host;

namespace Ematix.LocalPostgres.Cluster;

/// <summary>The command line and the environment that <c>keeper.sh</c> runs with.</summary>
internal static class KeeperCommand
{
    // The script travels in a variable: as an argument it would fill every list of processes.
    private const string ScriptVariable = "EMATIX_KEEPER";

    private static readonly string Script = ReadScript();

    public static async Task<ProcessStartInfo> CreateAsync(string binaries, HostEnvironment host, CancellationToken cancellationToken)
    {
        var initdb = Path.Combine(binaries, "initdb");
        var user = await UnprivilegedUser.CommandAsync(initdb, host, cancellationToken).ConfigureAwait(false);

        // In a session of its own no terminal's Ctrl-C reaches the server. Without setsid (macOS) the shell's job control does it.
        IReadOnlyList<string> shell = host.FindProgram("setsid") is { } setsid ? [setsid, "/bin/sh"] : ["/bin/sh", "-m"];
        string[] command = [.. user, .. shell, "-c", $"eval \"${ScriptVariable}\"", "ematix-postgres", binaries, .. FoldersToTry(host)];

        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = encoding,
            StandardOutputEncoding = encoding,
            // The user it runs as may not be able to enter ours.
            WorkingDirectory = "/",
        };
        Prepare(start.Environment);
        return start;
    }

    /// <summary>The caller's PGDATA, PGOPTIONS or TZ are not meant for this server, and its messages are to be English, for us to tell them apart.</summary>
    private static void Prepare(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToArray())
            environment.Remove(name);
        environment.Remove("TZ");
        environment.Remove("LANGUAGE");
        environment["LC_ALL"] = "C";
        environment[ScriptVariable] = Script;
    }

    // A folder of root's own is closed to the user that the server runs as: then it is the next one.
    private static IEnumerable<string> FoldersToTry(HostEnvironment host) =>
        new[] { host.TemporaryDirectory, "/var/tmp", "/tmp" }.Select(folder => folder.Length > 1 ? folder.TrimEnd('/') : folder).Distinct();

    private static string ReadScript()
    {
        using var stream = typeof(KeeperCommand).Assembly.GetManifestResourceStream("keeper.sh")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
