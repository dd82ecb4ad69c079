namespace Ematix.LocalPostgres.Cluster;

/// <summary>Holds one cluster's folder and processes. Disposing it ends the processes and removes the folder, whatever state they are in.</summary>
internal interface IClusterKeeper : IAsyncDisposable
{
    /// <exception cref="ClusterException"><c>initdb</c> failed.</exception>
    Task InitialiseAsync(string password, string settings, CancellationToken cancellationToken);

    /// <summary>Returns when the server takes connections.</summary>
    /// <exception cref="ClusterException">The server did not start.</exception>
    Task StartAsync(int port, CancellationToken cancellationToken);

    /// <summary>Returns when the server's processes have ended; the folder stays.</summary>
    /// <exception cref="TimeoutException">They did not end in time.</exception>
    Task StopAsync(PostgresStopMode mode, CancellationToken cancellationToken);
}
