using Apache.Arrow;
using Ematix.Planning.Training;
using static Ematix.Tests.Batches;
using static Ematix.Tests.Spend;

namespace Ematix.Tests.Training;

/// <summary>A read that waits for the next rows of its spine ends when it is cancelled, whichever token that is done by, and leaves no transaction.</summary>
public sealed class CancelledReadTests(PostgresFixture postgres)
{
    private static readonly PartSizes Small = new() { First = 90, Most = 90, Unshared = 10, Typed = 100 };

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly WaitingSource<RecordBatch> _batches = new([Users(50), Users(50)]);
    private readonly WaitingSource<SpineRow<long>> _rows = new(Enumerable.Repeat(new SpineRow<long>(7, Start), 100));
    private readonly WaitingSource<DealModel.SpineRow> _deals = new(Enumerable.Repeat(new DealModel.SpineRow { DealId = 1, UserId = 7, SellerId = 8, Site = "ab", Device = "c", AsOf = Start }, 100));
    private readonly CancellationTokenSource _cancelled = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task By_the_token_of_the_read(bool isArrow)
    {
        await using var test = await LoadedAsync(postgres);
        await EndsAsync(test, isArrow, RowsAsync(Features(test, isArrow, _cancelled.Token)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task By_the_token_of_the_enumeration(bool isArrow)
    {
        await using var test = await LoadedAsync(postgres);
        await EndsAsync(test, isArrow, ReadAsync());

        async Task ReadAsync()
        {
            await foreach (var batch in Features(test, isArrow).WithCancellation(_cancelled.Token))
                batch.Dispose();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task By_the_token_of_a_call(bool isArrow)
    {
        await using var test = await LoadedAsync(postgres);
        await EndsAsync(test, isArrow, ReadAsync());

        async Task ReadAsync()
        {
            await using var reader = await Features(test, isArrow).OpenAsync();
            while (await reader.ReadNextRecordBatchAsync(_cancelled.Token) is { } batch)
                batch.Dispose();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_token_of_the_opening_counts_until_it_is_open(bool isArrow)
    {
        await using var test = await LoadedAsync(postgres);
        await using (var reader = await Features(test, isArrow).OpenAsync(_cancelled.Token))
        {
            await _cancelled.CancelAsync();
            using var batch = await reader.ReadNextRecordBatchAsync();
            Assert.Equal(90, batch!.Length);
        }

        using var first = new CancellationTokenSource();
        var opening = Features(test, isArrow, new PartSizes { First = 1000 }).OpenAsync(first.Token);
        await Waits(isArrow).WaitAsync(Patience);
        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening.WaitAsync(Patience));
        Assert.Equal(0L, await test.IdleTransactionsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Typed_rows_by_the_token_of_the_read_or_of_the_enumeration(bool isRead)
    {
        await using var test = await LoadedAsync(postgres);
        var rows = UserSpend.HistoricalRowsAsync(test.Store, _rows, new() { Sizes = Small }, isRead ? _cancelled.Token : default);
        await EndsAsync(test, CountAsync(rows, isRead), _rows);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rows_of_a_service_by_the_token_of_the_read_or_of_the_enumeration(bool isRead)
    {
        await using var test = await LoadedAsync(postgres);
        await SensorReading.EnsureAsync(test.Store);
        var rows = DealModel.HistoricalRowsAsync(test.Store, _deals, new() { Sizes = Small }, isRead ? _cancelled.Token : default);
        await EndsAsync(test, CountAsync(rows, isRead), _deals);
    }

    private static RecordBatch Users(int count) => Of(("user_id", Longs([.. Enumerable.Repeat<long?>(7, count)])), ("t", Instants([.. Enumerable.Repeat<DateTimeOffset?>(Start, count)])));

    private HistoricalFeatures Features(TestStore test, bool isArrow, CancellationToken cancellationToken = default) => Features(test, isArrow, Small, cancellationToken);

    private HistoricalFeatures Features(TestStore test, bool isArrow, PartSizes sizes, CancellationToken cancellationToken = default)
    {
        HistoricalOptions<UserSpend> options = new() { Sizes = sizes };
        return isArrow
            ? UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Arrow(_batches, "t"), options, cancellationToken)
            : UserSpend.HistoricalFeaturesAsync(test.Store, _rows, options, cancellationToken);
    }

    private Task Waits(bool isArrow) => isArrow ? _batches.Waits : _rows.Waits;

    private Task EndsAsync(TestStore test, bool isArrow, Task read) => isArrow ? EndsAsync(test, read, _batches) : EndsAsync(test, read, _rows);

    private async Task EndsAsync<T>(TestStore test, Task read, WaitingSource<T> source)
    {
        await source.Waits.WaitAsync(Patience);
        await _cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read.WaitAsync(Patience));
        Assert.True(source.HasEnded);
        Assert.Equal(0L, await test.IdleTransactionsAsync());
    }

    private async Task CountAsync<T>(IAsyncEnumerable<T> rows, bool isRead)
    {
        var count = 0;
        await foreach (var row in rows.WithCancellation(isRead ? default : _cancelled.Token))
            count++;
        Assert.Fail($"The read ended after {count} rows.");
    }
}
