using Ematix.LocalPostgres;
using Ematix.Oracle.Tests;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace Ematix.Oracle.Tests;

/// <summary>One server for all tests of this assembly.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private readonly Lazy<Task<NpgsqlDataSource>> _other;
    private PostgresServer? _server;
    private PostgresDatabase? _otherDatabase;

    public PostgresFixture() => _other = new(OpenOtherAsync);

    public PostgresServer Server => _server ?? throw new InvalidOperationException("The server is not started.");

    public async ValueTask InitializeAsync() => _server = await PostgresServer.StartAsync();

    /// <summary>A database without tables that sources may query, with sessions as they must not matter.</summary>
    public Task<NpgsqlDataSource> OtherAsync() => _other.Value;

    public async ValueTask DisposeAsync()
    {
        if (_other.IsValueCreated)
            await (await _other.Value).DisposeAsync();
        if (_otherDatabase is not null)
            await _otherDatabase.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    private async Task<NpgsqlDataSource> OpenOtherAsync()
    {
        _otherDatabase = await Server.CreateDatabaseAsync();
        var other = NpgsqlDataSource.Create(_otherDatabase.ConnectionString);
        foreach (var setting in Sessions.Foreign)
        {
            await using var command = other.CreateCommand($"ALTER DATABASE \"{_otherDatabase.Name}\" SET {setting}");
            await command.ExecuteNonQueryAsync();
        }

        other.Clear();
        return other;
    }
}
