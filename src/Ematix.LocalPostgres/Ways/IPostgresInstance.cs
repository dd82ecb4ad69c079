namespace Ematix.LocalPostgres.Ways;

/// <summary>A server that answered. Disposing it leaves nothing of what the way started.</summary>
internal interface IPostgresInstance : IAsyncDisposable
{
    string ConnectionString { get; }

    /// <summary>Where it comes from, for humans.</summary>
    string Origin { get; }

    Version Version { get; }

    bool IsPrivate { get; }

    bool IsRunning { get; }

    Task StopAsync(PostgresStopMode mode, CancellationToken cancellationToken);

    Task RestartAsync(CancellationToken cancellationToken);
}
