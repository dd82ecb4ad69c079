using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Ematix.Tests.Pooling;

/// <summary>
/// pgbouncer before the tests' server, which gives a server connection for one transaction only, and has two a database. As root it runs as the user postgres;
/// it ends with this process, because it waits for the end of a pipe.
/// </summary>
public sealed class PgBouncer(PostgresFixture postgres) : IAsyncLifetime
{
    /// <summary>The values come in the environment: arguments can be seen by everybody.</summary>
    private const string Script = """
        umask 077
        folder=$(mktemp -d "${TMPDIR:-/tmp}/ematix-pgbouncer.XXXXXX") || exit 1
        printf '%s\n' "$EMATIX_USERS" > "$folder/users"
        printf '%s\nauth_file = %s\n' "$EMATIX_SETTINGS" "$folder/users" > "$folder/settings"
        "$0" "$folder/settings" >&2 & 
        read -r end
        kill "$!"
        wait
        rm -rf "$folder"
        """;

    private Process? _process;
    private int _port;

    /// <summary>Why there is none, or null.</summary>
    public string? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        string[] folders = [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), "/usr/sbin", "/usr/local/sbin"];
        var program = folders.Select(folder => Path.Combine(folder, "pgbouncer")).FirstOrDefault(File.Exists);
        Missing = OperatingSystem.IsWindows() || program is null ? "pgbouncer is not installed on this machine; `apt-get install pgbouncer` brings it."
            : !postgres.Server.IsPrivate ? "The server is shared (EMATIX_TEST_POSTGRES): no proxy of ours stands before it."
            : null;
        if (Missing is null)
            await StartAsync(program!);
    }

    /// <summary>The connection string of a database, by way of the proxy.</summary>
    public string Through(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        Host = "127.0.0.1",
        Port = _port,
        MaxAutoPrepare = 0,
        ApplicationName = "bounced",
        Timeout = 60,
    }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
            return;
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task StartAsync(string program)
    {
        var server = new NpgsqlConnectionStringBuilder(postgres.Server.ConnectionString);
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            _port = ((IPEndPoint)probe.LocalEndpoint).Port;
        }

        string[] user = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"] : [];
        string[] command = [.. user, "/bin/sh", "-c", Script, program];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardError = true };
        start.Environment["EMATIX_USERS"] = $"\"{server.Username}\" \"{server.Password}\"";
        start.Environment["EMATIX_SETTINGS"] = string.Create(CultureInfo.InvariantCulture, $"""
            [databases]
            * = host={server.Host} port={server.Port}
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {_port}
            unix_socket_dir =
            auth_type = scram-sha-256
            pool_mode = transaction
            default_pool_size = 2
            max_client_conn = 200
            """);
        _process = Process.Start(start)!;
        var output = _process.StandardError.ReadToEndAsync();
        var ready = NpgsqlDataSource.Create(Through(postgres.Server.ConnectionString) + ";Pooling=false");
        while (true)
        {
            try
            {
                await using var connection = await ready.OpenConnectionAsync();
                return;
            }
            catch (NpgsqlException) when (!_process.HasExited)
            {
                await Task.Delay(5);
            }
            catch (NpgsqlException failed)
            {
                throw new InvalidOperationException("pgbouncer did not start: " + await output, failed);
            }
        }
    }
}
