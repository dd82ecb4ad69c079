using Npgsql;

namespace Ematix.Tests;

/// <summary>Holds a table as a program would that replaces all its rows, until they are replaced.</summary>
internal sealed class Replacement : IAsyncDisposable
{
    private readonly TestStore _test;
    private readonly string _table;
    private readonly NpgsqlConnection _connection;

    private Replacement(TestStore test, string table, NpgsqlConnection connection) => (_test, _table, _connection) = (test, table, connection);

    public static async Task<Replacement> BeginAsync(TestStore test, string table)
    {
        var connection = new NpgsqlConnection(test.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        var replacement = new Replacement(test, table, connection);
        await replacement.ExecuteAsync($"BEGIN; LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE");
        return replacement;
    }

    /// <summary>Waits until somebody waits for the table, and gives it the same rows in another file.</summary>
    public async Task EndAsync()
    {
        while (await _test.ScalarAsync<long>($"SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = '{_table}'::regclass") == 0)
            await Task.Delay(5);
        await ExecuteAsync($"CREATE TEMPORARY TABLE kept AS TABLE {_table}; TRUNCATE {_table}; INSERT INTO {_table} TABLE kept; COMMIT");
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync();
    }
}
