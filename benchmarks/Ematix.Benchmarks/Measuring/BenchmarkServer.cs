using Ematix.LocalPostgres;

namespace Ematix.Benchmarks.Measuring;

/// <summary>A private PostgreSQL with the settings of a small production server, and nothing that runs when it likes.</summary>
internal static class BenchmarkServer
{
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["shared_buffers"] = "2GB",
        ["max_wal_size"] = "16GB",
        ["checkpoint_timeout"] = "1h",
        ["autovacuum"] = "off",
    };

    public static async Task<PostgresServer> StartAsync(CancellationToken cancellationToken)
    {
        var server = await PostgresServer.StartAsync(new() { Settings = Settings }, cancellationToken);
        Report.Line($"{server.Description}, {string.Join(", ", Settings.Select(setting => $"{setting.Key} = {setting.Value}"))}; {Environment.ProcessorCount} cores; .NET {Environment.Version}");
        return server;
    }
}
