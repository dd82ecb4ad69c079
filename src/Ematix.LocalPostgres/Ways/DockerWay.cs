using System.Globalization;
using System.Security.Cryptography;
using Ematix.LocalPostgres.Host;
using Microsoft.Extensions.Logging.Abstractions;
using Testcontainers.PostgreSql;

namespace Ematix.LocalPostgres.Ways;

/// <summary>A container of the official image; Testcontainers' reaper removes it when this process is killed.</summary>
internal sealed class DockerWay : IPostgresWay
{
    public const int Oldest = 14;
    public const int Newest = 18;

    public PostgresSource Source => PostgresSource.Docker;

    public string Name => "Docker";

    public async Task<IPostgresInstance> StartAsync(PostgresServerOptions options, HostEnvironment host, CancellationToken cancellationToken)
    {
        var major = options.MajorVersion ?? Newest;
        if (major is < Oldest or > Newest)
            throw new WayUnavailableException($"{major} was asked for, but this way knows {Oldest} to {Newest}.");
        var image = string.Create(CultureInfo.InvariantCulture, $"postgres:{major}");
        using var deadline = new Deadline(TimeLimits.Fetch, cancellationToken);
        PostgreSqlContainer? container = null;
        try
        {
            container = Describe(image, options, host).Build();
            await container.StartAsync(deadline.Token).ConfigureAwait(false);
            var instance = await ContainerInstance.CreateAsync(container, image, deadline.Token).ConfigureAwait(false);
            container = null;
            return instance;
        }
        catch (OperationCanceledException e) when (deadline.HasPassed)
        {
            throw new WayUnavailableException($"no container of {image} answered within {TimeLimits.Fetch.TotalSeconds:0} s.", e);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The engine's client, its network and the image's server each have their own exceptions; as the last way, all go into the one error.
            throw new WayUnavailableException($"no container of {image} could be started. {e.Message.Split('\n')[0].Trim()}", e);
        }
        finally
        {
            if (container is not null)
                await container.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static PostgreSqlBuilder Describe(string image, PostgresServerOptions options, HostEnvironment host)
    {
        // Testcontainers turns synchronous commits off; then a server that is stopped at once would lose committed rows.
        var settings = new Dictionary<string, string> { ["synchronous_commit"] = "on", ["full_page_writes"] = "on", ["timezone"] = "UTC" };
        foreach (var (name, value) in options.Settings)
            settings[name] = value;
        // The port is fixed, or a restart would move the server to another one.
        return new PostgreSqlBuilder(image)
            .WithPassword(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)))
            .WithPortBinding(host.NextPort(), PostgreSqlBuilder.PostgreSqlPort)
            .WithCommand([.. settings.SelectMany(setting => new[] { "-c", $"{setting.Key}={setting.Value}" })])
            .WithLogger(NullLogger.Instance);
    }
}
