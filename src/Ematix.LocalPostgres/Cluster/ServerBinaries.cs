using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Ematix.LocalPostgres.Host;

namespace Ematix.LocalPostgres.Cluster;

/// <summary>A folder with <c>initdb</c> and <c>postgres</c>, and the major version that they are of.</summary>
internal sealed partial record ServerBinaries(string Folder, int Major)
{
    /// <summary>All that this machine has, looked for only as far as it is asked for: what stands on the search path, then the rest, newest first.</summary>
    public static async IAsyncEnumerable<ServerBinaries> FindAsync(HostEnvironment host, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chosen = host.FindProgram("initdb") is { } initdb ? Path.GetDirectoryName(Resolve(initdb)) : null;
        if (await ReadAsync(chosen, cancellationToken).ConfigureAwait(false) is { } first)
            yield return first;

        var configured = host.FindProgram("pg_config") is { } program ? await AskAsync(program, "--bindir", cancellationToken).ConfigureAwait(false) : null;
        var others = new List<ServerBinaries>();
        foreach (var folder in InstallationFolders.All().Append(configured).Distinct().Except([chosen]))
        {
            if (await ReadAsync(folder, cancellationToken).ConfigureAwait(false) is { } other)
                others.Add(other);
        }
        foreach (var other in others.OrderByDescending(binaries => binaries.Major))
            yield return other;
    }

    private static async Task<ServerBinaries?> ReadAsync(string? folder, CancellationToken cancellationToken)
    {
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        if (string.IsNullOrEmpty(folder) || !File.Exists(Path.Combine(folder, $"initdb{suffix}")))
            return null;
        var postgres = Path.Combine(folder, $"postgres{suffix}");
        if (!File.Exists(postgres) || await AskAsync(postgres, "--version", cancellationToken).ConfigureAwait(false) is not { } version)
            return null;
        var major = MajorNumber().Match(version);
        return major.Success ? new(folder, int.Parse(major.Value, CultureInfo.InvariantCulture)) : null;
    }

    /// <summary>A program's one line of answer; null when it does not run here: then it is no candidate.</summary>
    private static async Task<string?> AskAsync(string program, string argument, CancellationToken cancellationToken)
    {
        try
        {
            var result = await ExternalProgram.RunAsync(program, [argument], TimeLimits.Answer, cancellationToken).ConfigureAwait(false);
            return result.ExitCode == 0 ? result.Output.Trim() : null;
        }
        catch (Exception e) when (e is Win32Exception or TimeoutException)
        {
            return null;
        }
    }

    // postgres finds its own share folder beside the real file, and so must we.
    private static string Resolve(string path) => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

    // "postgres (PostgreSQL) 15.18 (Debian …)", "postgres (PostgreSQL) 19beta1"
    [GeneratedRegex(@"(?<=\(PostgreSQL\) )\d+")]
    private static partial Regex MajorNumber();
}
