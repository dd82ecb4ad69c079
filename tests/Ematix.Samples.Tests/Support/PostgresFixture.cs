using Ematix.LocalPostgres;
using Ematix.Samples.Tests.Support;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace Ematix.Samples.Tests.Support;

/// <summary>One server for the tests that call the samples' views themselves; each takes a database of its own.</summary>
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
