using System.Net.Sockets;
using Ematix.LocalPostgres.Host;
using Npgsql;

namespace Ematix.LocalPostgres.Ways;

/// <summary>A server somebody else keeps. No message repeats the variable's value: it holds a password.</summary>
internal sealed class EnvironmentWay : IPostgresWay
{
    public const string VariableName = "EMATIX_TEST_POSTGRES";

    public PostgresSource Source => PostgresSource.Environment;

    public string Name => VariableName;

    public async Task<IPostgresInstance> StartAsync(PostgresServerOptions options, HostEnvironment host, CancellationToken cancellationToken)
    {
        var value = host.Variable(VariableName);
        if (string.IsNullOrWhiteSpace(value))
            throw new WayUnavailableException("the variable is not set. Set it to an Npgsql connection string of a role that may create databases.");
        if (options.Settings.Count > 0)
            throw new WayUnavailableException("passed over, because settings were asked for and that server is not private.");

        var target = Parse(value);
        var facts = await ConnectAsync(target, cancellationToken).ConfigureAwait(false);
        if (options.MajorVersion is { } major && facts.Version.Major != major)
            throw new WayUnavailableException($"that server is PostgreSQL {facts.Version}, but {major} was asked for.");
        if (!facts.MayCreateDatabases)
            throw Refused($"the role \"{target.Username}\" may not create databases. Grant it: ALTER ROLE … CREATEDB.");
        return new SharedInstance(value, facts.Version);
    }

    private static NpgsqlConnectionStringBuilder Parse(string value)
    {
        try
        {
            return new(value);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException)
        {
            // The parser's own message may repeat a part of the value.
            throw Refused("the value is no Npgsql connection string. Write Host=…;Port=…;Username=…;Password=…;Database=…");
        }
    }

    private static async Task<PostgresFacts> ConnectAsync(NpgsqlConnectionStringBuilder target, CancellationToken cancellationToken)
    {
        try
        {
            return await PostgresProbe.AskAsync(target.ConnectionString, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or SocketException)
        {
            throw Refused($"the server at {target.Host}:{target.Port} did not let us in: {e.Message} Correct the variable, or unset it to try the other ways.", e);
        }
    }

    private static WayUnavailableException Refused(string reason, Exception? cause = null) => new(reason, cause) { IsFinal = true };
}
