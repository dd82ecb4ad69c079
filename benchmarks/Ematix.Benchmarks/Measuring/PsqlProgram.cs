using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Ematix.Benchmarks.Measuring;

/// <summary>psql, whose \copy is the shortest way out of the server that everybody has.</summary>
internal static class PsqlProgram
{
    /// <summary>Its path, or null where it is not installed.</summary>
    public static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")) : [])
        .Select(folder => Path.Combine(folder, "psql"))
        .FirstOrDefault(File.Exists);

    /// <summary>Runs a script; what it sends to standard output goes nowhere.</summary>
    public static async Task RunAsync(string psql, string connectionString, string script, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(psql, ["--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", "--output", "/dev/null", "--file", "-"]) { RedirectStandardInput = true };
        Address(start, connectionString);
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(script.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"psql ended with {process.ExitCode}.");
    }

    /// <summary>Tells a program by its environment which database to use.</summary>
    public static void Address(ProcessStartInfo start, string connectionString)
    {
        var target = new NpgsqlConnectionStringBuilder(connectionString);
        (start.Environment["PGHOST"], start.Environment["PGPORT"], start.Environment["PGUSER"], start.Environment["PGDATABASE"], start.Environment["PGPASSWORD"]) =
            (target.Host, target.Port.ToString(CultureInfo.InvariantCulture), target.Username, target.Database, target.Password);
    }
}
