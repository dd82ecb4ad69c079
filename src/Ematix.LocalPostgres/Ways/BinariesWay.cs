using Ematix.LocalPostgres.Cluster;
using Ematix.LocalPostgres.Host;

namespace Ematix.LocalPostgres.Ways;

/// <summary>A throw-away cluster from what is installed here.</summary>
internal sealed class BinariesWay : IPostgresWay
{
    public PostgresSource Source => PostgresSource.Binaries;

    public string Name => "Server binaries on this machine";

    public async Task<IPostgresInstance> StartAsync(PostgresServerOptions options, HostEnvironment host, CancellationToken cancellationToken)
    {
        var others = new List<string>();
        await foreach (var binaries in ServerBinaries.FindAsync(host, cancellationToken).ConfigureAwait(false))
        {
            if (options.MajorVersion is null || binaries.Major == options.MajorVersion)
                return await PrivateCluster.StartAsync(binaries.Folder, "server binaries on this machine", options, host, cancellationToken).ConfigureAwait(false);
            others.Add($"{binaries.Major} ({binaries.Folder})");
        }
        throw new WayUnavailableException(others.Count == 0
            ? "no initdb and postgres were found. Install a PostgreSQL server, or put its bin folder on PATH."
            : $"{options.MajorVersion} was asked for, but only {string.Join(", ", others)} was found.");
    }
}
