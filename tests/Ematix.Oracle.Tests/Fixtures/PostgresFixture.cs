using Ematix.LocalPostgres;
using Ematix.Oracle.Tests;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace Ematix.Oracle.Tests;

/// <summary>One server for all tests of this assembly.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private PostgresServer? _server;

    public PostgresServer Server => _server ?? throw new InvalidOperationException("The server is not started.");

    public async ValueTask InitializeAsync() => _server = await PostgresServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
