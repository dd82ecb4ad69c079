using Apache.Arrow;
using Ematix.Planning.Training;
using static Ematix.Tests.Spend;

namespace Ematix.Tests.Training;

/// <summary>A reader says that it is at the end there only: never after a failure, a cancellation or its disposal.</summary>
public sealed class HistoricalReaderTests(PostgresFixture postgres)
{
    private const string Pairs = "SELECT 7 AS user_id, timestamptz '2024-03-02 10:00Z' AS t FROM generate_series(1, 1000) AS i";

    [Fact]
    public async Task After_a_call_that_was_cancelled_all_calls_are()
    {
        await using var test = await LoadedAsync(postgres);
        await using var reader = await UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Sql(Pairs, "t"), new() { BatchSize = 100 }).OpenAsync();
        (await reader.ReadNextRecordBatchAsync())!.Dispose();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => NextAsync(reader, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => NextAsync(reader));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => NextAsync(reader));
        Assert.Equal(100, reader.RowCount);
    }

    [Fact]
    public async Task After_a_failure_each_call_throws_it_again()
    {
        await using var test = await LoadedAsync(postgres);
        var spine = Spine.Sql("SELECT 7 AS user_id, CASE WHEN i = 500 THEN timestamptz 'infinity' ELSE now() END AS t FROM generate_series(1, 1000) AS i", "t");
        await using var reader = await UserSpend.HistoricalFeaturesAsync(test.Store, spine, new() { BatchSize = 100 }).OpenAsync();
        var error = await Assert.ThrowsAsync<UnreadableValueException>(async () =>
        {
            while (await reader.ReadNextRecordBatchAsync() is { } batch)
                batch.Dispose();
        });

        Assert.Same(error, await Assert.ThrowsAsync<UnreadableValueException>(() => NextAsync(reader)));
        Assert.Same(error, await Assert.ThrowsAsync<UnreadableValueException>(() => NextAsync(reader)));
    }

    [Fact]
    public async Task After_the_end_there_is_nothing_and_after_the_disposal_no_reader()
    {
        await using var test = await LoadedAsync(postgres);
        var reader = await UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Sql(Pairs, "t")).OpenAsync();
        (await reader.ReadNextRecordBatchAsync())!.Dispose();
        Assert.Null(await reader.ReadNextRecordBatchAsync());
        Assert.Null(await reader.ReadNextRecordBatchAsync());

        await reader.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => NextAsync(reader));
        Assert.Equal(1000, reader.RowCount);
        await reader.DisposeAsync();
        reader.Dispose();
    }

    [Fact]
    public async Task One_batch_is_read_at_a_time()
    {
        await using var test = await LoadedAsync(postgres);
        var source = new WaitingSource<SpineRow<long>>(Enumerable.Repeat(new SpineRow<long>(7, Start), 90));
        await using var reader = await UserSpend.HistoricalFeaturesAsync(test.Store, source, new() { Sizes = new PartSizes { First = 90 } }).OpenAsync();
        (await reader.ReadNextRecordBatchAsync())!.Dispose();
        using var cancelled = new CancellationTokenSource();
        var pending = NextAsync(reader, cancelled.Token);
        await source.Waits;

        await Assert.ThrowsAsync<InvalidOperationException>(() => NextAsync(reader));
        Assert.False(pending.IsCompleted);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
    }

    private static Task<RecordBatch?> NextAsync(HistoricalReader reader, CancellationToken cancellationToken = default) => reader.ReadNextRecordBatchAsync(cancellationToken).AsTask();
}
