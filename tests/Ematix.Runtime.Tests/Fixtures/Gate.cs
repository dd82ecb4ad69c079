using Ematix.Planning;
using Npgsql;

namespace Ematix.Tests;

/// <summary>Holds the lock of <see cref="Profile"/> as a load of another process would.</summary>
internal sealed class Gate : IAsyncDisposable
{
    private readonly TestStore _test;
    private readonly NpgsqlConnection _connection;

    private Gate(TestStore test, NpgsqlConnection connection) => (_test, _connection) = (test, connection);

    public int ProcessId => _connection.ProcessID;

    public static async Task<Gate> CloseAsync(TestStore test)
    {
        var connection = new NpgsqlConnection(test.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var begin = new NpgsqlCommand("BEGIN", connection);
        await begin.ExecuteNonQueryAsync();
        await using var take = new NpgsqlCommand(LoadPlanner.Plan(Definition<Profile>(), Model.LoadOptionsModel.Default).Lock, connection);
        await take.ExecuteNonQueryAsync();
        return new Gate(test, connection);
    }

    /// <summary>Waits until so many loads wait for the lock.</summary>
    public async Task WaitForQueueAsync(int count)
    {
        while (await _test.ScalarAsync<long>("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())") < count)
            await Task.Delay(5);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static Model.FeatureViewModel Definition<TView>()
        where TView : class, IFeatureView<TView> => TView.Definition;
}
