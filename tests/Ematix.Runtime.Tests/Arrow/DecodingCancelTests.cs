using Apache.Arrow;
using Ematix.Model;
using Ematix.Runtime;
using Npgsql;

namespace Ematix.Tests.Arrow;

/// <summary>A COPY that is cancelled, or left before its end, ends on the server too, and its connection serves on.</summary>
public sealed class DecodingCancelTests(PostgresFixture postgres)
{
    private const string Endless = "COPY (SELECT generate_series(1::int8, 1000000000000)) TO STDOUT (FORMAT binary)";
    private const string Silent = "COPY (SELECT i FROM generate_series(1::int8, 5000) i WHERE i < 5000 OR pg_sleep(1000) IS NULL) TO STDOUT (FORMAT binary)";

    [Fact]
    public async Task A_reader_that_leaves_early_does_not_read_the_rest()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await using var connection = await CopyData.OpenAsync(test);
        await using (var copy = await connection.BeginRawBinaryCopyAsync(Endless))
            Assert.Equal(100, (await Read(copy, default).FirstAsync()).Length);

        Assert.Equal(1, await ServesAsync(connection));
    }

    [Fact]
    public async Task Cancelling_between_batches_ends_it()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await using var connection = await CopyData.OpenAsync(test);
        using var cancel = new CancellationTokenSource();
        await using (var copy = await connection.BeginRawBinaryCopyAsync(Endless))
        {
            var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                await foreach (var batch in Read(copy, cancel.Token))
                {
                    batch.Dispose();
                    await cancel.CancelAsync();
                }
            });
            Assert.Equal(cancel.Token, cancelled.CancellationToken);
        }

        Assert.Equal(1, await ServesAsync(connection));
    }

    [Fact]
    public async Task Cancelling_while_the_server_is_silent_ends_it()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await using var connection = await CopyData.OpenAsync(test);
        using var cancel = new CancellationTokenSource();
        await using (var copy = await connection.BeginRawBinaryCopyAsync(Silent))
        {
            var all = Read(copy, cancel.Token).ToArrayAsync().AsTask();
            while (await test.ScalarAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()") == 0)
                Assert.False(all.IsCompleted);
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => all);
        }

        Assert.Equal(1, await ServesAsync(connection));
    }

    [Fact]
    public async Task An_error_of_the_server_comes_through()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await using var connection = await CopyData.OpenAsync(test);
        await using (var copy = await connection.BeginRawBinaryCopyAsync("COPY (SELECT 10 / (500 - i) FROM generate_series(1::int8, 1000) i) TO STDOUT (FORMAT binary)"))
        {
            var error = await Assert.ThrowsAsync<PostgresException>(async () => await Read(copy, default).ToArrayAsync());
            Assert.Equal(PostgresErrorCodes.DivisionByZero, error.SqlState);
        }

        Assert.Equal(1, await ServesAsync(connection));
    }

    private static IAsyncEnumerable<RecordBatch> Read(Stream copy, CancellationToken cancellationToken) => CopyToArrow.ReadAsync(
        copy, new Schema([new Field("i", Apache.Arrow.Types.Int64Type.Default, false)], null), [new(ColumnKind.Int64)], new() { RowsPerBatch = 100 }, cancellationToken);

    private static async Task<int> ServesAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("SELECT 1", connection);
        return (int)(await command.ExecuteScalarAsync())!;
    }
}
