using DotNet.Testcontainers.Containers;
using Ematix.LocalPostgres.Host;
using Npgsql;
using Testcontainers.PostgreSql;

namespace Ematix.LocalPostgres.Ways;

/// <summary>A server in a container of ours.</summary>
internal sealed class ContainerInstance : IPostgresInstance
{
    private readonly PostgreSqlContainer _container;

    private ContainerInstance(PostgreSqlContainer container, string connectionString, string image, Version version)
    {
        _container = container;
        ConnectionString = connectionString;
        Origin = $"Docker image {image}";
        Version = version;
    }

    public string ConnectionString { get; }

    public string Origin { get; }

    public Version Version { get; }

    public bool IsPrivate => true;

    public bool IsRunning => _container.State == TestcontainersStates.Running;

    public static async Task<ContainerInstance> CreateAsync(PostgreSqlContainer container, string image, CancellationToken cancellationToken)
    {
        var target = new NpgsqlConnectionStringBuilder(container.GetConnectionString())
        {
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        };
        var facts = await PostgresProbe.AskAsync(target.ConnectionString, cancellationToken).ConfigureAwait(false);
        return new(container, target.ConnectionString, image, facts.Version);
    }

    public Task StopAsync(PostgresStopMode mode, CancellationToken cancellationToken) =>
        WithinAsync(TimeLimits.Stop, token => EndAsync(mode, token), cancellationToken);

    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await StopAsync(PostgresStopMode.Fast, cancellationToken).ConfigureAwait(false);
        await WithinAsync(TimeLimits.Start, _container.StartAsync, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _container.DisposeAsync();

    private async Task EndAsync(PostgresStopMode mode, CancellationToken cancellationToken)
    {
        // The server is the container's first process. The signal comes when the shell that sends it is gone: what ended with the container would look like a failure.
        if (mode == PostgresStopMode.Immediate && IsRunning)
        {
            await _container.ExecAsync(["sh", "-c", "(sleep 0.2; kill -s QUIT 1) >/dev/null 2>&1 &"], cancellationToken).ConfigureAwait(false);
            await _container.GetExitCodeAsync(cancellationToken).ConfigureAwait(false);
        }
        // The image's own stop signal is the orderly one.
        await _container.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task WithinAsync(TimeSpan limit, Func<CancellationToken, Task> action, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(limit, cancellationToken);
        try
        {
            await action(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (deadline.HasPassed)
        {
            throw new TimeoutException($"The container took longer than {limit.TotalSeconds:0} s.", e);
        }
    }
}
