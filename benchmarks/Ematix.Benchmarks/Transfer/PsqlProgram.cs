using System.Diagnostics;
using Ematix.LocalPostgres;
using Npgsql;

namespace Ematix.Benchmarks.Transfer;

/// <summary>psql, whose \copy is the shortest way out of the server that everybody has.</summary>
internal static class PsqlProgram
{
    /// <summary>Its path, or null where it is not installed.</summary>
    public static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")) : [])
        .Select(folder => Path.Combine(folder, "psql"))
        .FirstOrDefault(File.Exists);

    public static async Task CopyAsync(string psql, PostgresDatabase database, CancellationToken cancellationToken)
    {
        var target = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var start = new ProcessStartInfo(psql, ["--no-psqlrc", "--quiet", "--command", WideTable.PsqlCopy]);
        (start.Environment["PGHOST"], start.Environment["PGPORT"], start.Environment["PGUSER"], start.Environment["PGDATABASE"], start.Environment["PGPASSWORD"]) =
            (target.Host, target.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), target.Username, target.Database, target.Password);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"psql ended with {process.ExitCode}.");
    }
}
