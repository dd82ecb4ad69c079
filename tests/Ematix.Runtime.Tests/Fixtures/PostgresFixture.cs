using System.Globalization;
using Ematix.LocalPostgres;
using Ematix.Tests;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace Ematix.Tests;

/// <summary>
/// One server for all tests of this assembly; each test takes a database of its own. <c>EMATIX_TEST_POSTGRES_VERSION</c> asks for a major version,
/// 14 to 18; without it the first that is found serves.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private static readonly string? Version = Environment.GetEnvironmentVariable("EMATIX_TEST_POSTGRES_VERSION");

    private PostgresServer? _server;

    public PostgresServer Server => _server ?? throw new InvalidOperationException("The server is not started.");

    public async ValueTask InitializeAsync() => _server = await PostgresServer.StartAsync(new() { MajorVersion = Version is null ? null : int.Parse(Version, CultureInfo.InvariantCulture) });

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
