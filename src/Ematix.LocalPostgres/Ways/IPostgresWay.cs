using Ematix.LocalPostgres.Host;

namespace Ematix.LocalPostgres.Ways;

/// <summary>One way to get a server.</summary>
internal interface IPostgresWay
{
    PostgresSource Source { get; }

    /// <summary>As the final error names it.</summary>
    string Name { get; }

    /// <exception cref="WayUnavailableException">This way can't serve here; the next one may.</exception>
    Task<IPostgresInstance> StartAsync(PostgresServerOptions options, HostEnvironment host, CancellationToken cancellationToken);
}
