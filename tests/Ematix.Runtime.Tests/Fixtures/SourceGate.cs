using Npgsql;

namespace Ematix.Tests;

/// <summary>Holds a load while it reads its source: under its locks, with nothing written yet.</summary>
internal sealed class SourceGate : IAsyncDisposable
{
    private const int Name = 4711;

    private readonly TestStore _test;
    private readonly NpgsqlConnection _connection;

    private SourceGate(TestStore test, NpgsqlConnection connection) => (_test, _connection) = (test, connection);

    /// <summary>A query of one row that waits until the gate is open.</summary>
    public string Query { get; } = $"SELECT pg_advisory_xact_lock_shared({Name})";

    public static async Task<SourceGate> CloseAsync(TestStore test)
    {
        var connection = new NpgsqlConnection(test.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var take = new NpgsqlCommand($"SELECT pg_advisory_lock({Name})", connection);
        await take.ExecuteNonQueryAsync();
        return new SourceGate(test, connection);
    }

    /// <summary>Waits until a load has come to the gate; one that failed before says why.</summary>
    public async Task WaitForAsync(Task load)
    {
        while (await _test.ScalarAsync<long>($"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = {Name} AND NOT granted") == 0)
        {
            if (load.IsCompleted)
                await load;
            await Task.Delay(5);
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
