using System.ComponentModel;
using System.Security.Cryptography;
using Ematix.LocalPostgres.Host;
using Ematix.LocalPostgres.Ways;
using Npgsql;

namespace Ematix.LocalPostgres.Cluster;

/// <summary>
/// A throw-away cluster: a folder that only its user may enter, a server on a loopback port, and a password that only this process knows, because every user
/// of the machine can reach a port.
/// </summary>
internal sealed class PrivateCluster : IPostgresInstance
{
    private readonly IClusterKeeper _keeper;
    private readonly HostEnvironment _host;
    private readonly NpgsqlConnectionStringBuilder _target;

    private PrivateCluster(IClusterKeeper keeper, HostEnvironment host, string password, string origin)
    {
        _keeper = keeper;
        _host = host;
        Origin = origin;
        _target = new()
        {
            Host = "127.0.0.1",
            Username = "postgres",
            Password = password,
            Database = "postgres",
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        };
    }

    public string ConnectionString => _target.ConnectionString;

    public string Origin { get; }

    public Version Version { get; private set; } = new();

    public bool IsPrivate => true;

    public bool IsRunning { get; private set; }

    /// <exception cref="WayUnavailableException">No cluster can be made with these binaries.</exception>
    /// <exception cref="PostgresUnavailableException">The cluster was made but its server does not start, as it would not in any other way.</exception>
    public static async Task<PrivateCluster> StartAsync(
        string binaries, string origin, PostgresServerOptions options, HostEnvironment host, CancellationToken cancellationToken)
    {
        PrivateCluster? cluster = null;
        try
        {
            IClusterKeeper keeper = host.HasShell ? await ShellKeeper.OpenAsync(binaries, host, cancellationToken).ConfigureAwait(false) : new PgCtlKeeper(binaries, host);
            var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
            cluster = new(keeper, host, password, origin);
            await keeper.InitialiseAsync(password, ClusterSettings.ToText(options.Settings), cancellationToken).ConfigureAwait(false);
            await cluster.StartOnFreePortAsync(binaries, cancellationToken).ConfigureAwait(false);
            var started = cluster;
            cluster = null;
            return started;
        }
        catch (Exception e) when (e is ClusterException or TimeoutException or IOException or UnauthorizedAccessException or Win32Exception)
        {
            throw new WayUnavailableException($"the binaries in {binaries} made no cluster. {e.Message}", e);
        }
        finally
        {
            if (cluster is not null)
                await cluster.DisposeAsync().ConfigureAwait(false);
        }
    }

    public async Task StopAsync(PostgresStopMode mode, CancellationToken cancellationToken)
    {
        IsRunning = false;
        await _keeper.StopAsync(mode, cancellationToken).ConfigureAwait(false);
    }

    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await StopAsync(PostgresStopMode.Fast, cancellationToken).ConfigureAwait(false);
        try
        {
            // The same port, or no connection string given out before would be worth anything.
            await StartAsync(() => _target.Port, TimeSpan.FromMilliseconds(250), cancellationToken).ConfigureAwait(false);
        }
        catch (ClusterException e)
        {
            throw new PostgresUnavailableException($"The private PostgreSQL on port {_target.Port} could not be started again. {e.Message}", e);
        }
    }

    public ValueTask DisposeAsync()
    {
        IsRunning = false;
        return _keeper.DisposeAsync();
    }

    private async Task StartOnFreePortAsync(string binaries, CancellationToken cancellationToken)
    {
        try
        {
            await StartAsync(_host.NextPort, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
            // The pid file said ready; now see that it is our server that answers on the port: only it can prove that it knows the password.
            var trusted = new NpgsqlConnectionStringBuilder(ConnectionString) { RequireAuth = "ScramSHA256" };
            Version = (await PostgresProbe.AskAsync(trusted.ConnectionString, cancellationToken).ConfigureAwait(false)).Version;
        }
        catch (Exception e) when (e is ClusterException or TimeoutException or NpgsqlException)
        {
            throw new PostgresUnavailableException($"The private PostgreSQL of {binaries} could be made but not started. {e.Message}", e);
        }
    }

    private async Task StartAsync(Func<int> port, TimeSpan pause, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            _target.Port = port();
            try
            {
                await _keeper.StartAsync(_target.Port, cancellationToken).ConfigureAwait(false);
                IsRunning = true;
                return;
            }
            catch (ClusterException e) when (e.PortWasTaken && tries < 20)
            {
                await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
