using Ematix.LocalPostgres.Host;
using Npgsql;

namespace Ematix.LocalPostgres.Tests.Support;

internal static class TestServers
{
    /// <summary>The machine as it is, but for <c>EMATIX_TEST_POSTGRES</c>, which may be set where these tests run.</summary>
    public static HostEnvironment Host { get; } = new() { Variable = name => name == "EMATIX_TEST_POSTGRES" ? null : Environment.GetEnvironmentVariable(name) };

    public static HostEnvironment HostWith(string name, string? value) =>
        new() { Variable = asked => asked == name ? value : Host.Variable(asked) };

    public static Task<PostgresServer> StartPrivateAsync(PostgresServerOptions? options = null, HostEnvironment? host = null) =>
        PostgresServer.StartAsync(options ?? new(), host ?? Host, TestContext.Current.CancellationToken);

    public static Task<string> QueryAsync(this PostgresServer server, string sql) => QueryAsync(server.ConnectionString, sql);

    /// <summary>The first value of the answer as text, over a connection of its own; empty if there is none.</summary>
    public static async Task<string> QueryAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (await command.ExecuteScalarAsync())?.ToString() ?? "";
    }
}
