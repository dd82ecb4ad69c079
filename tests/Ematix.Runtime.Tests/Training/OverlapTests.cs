using Ematix.Planning.Training;
using static Ematix.Tests.Batches;
using static Ematix.Tests.Spend;

namespace Ematix.Tests.Training;

/// <summary>A history with two versions of a key at one instant, which no load writes, ends a read that finds both: no row gets the answer of another.</summary>
public sealed class OverlapTests(PostgresFixture postgres)
{
    private static readonly PartSizes Small = new() { First = 2, Most = 2, Unshared = 10, Typed = 2 };

    /// <summary>A part that is right, one with two answers for its first row, and another one that is right.</summary>
    private static readonly SpineRow<long>[] Spine = [new(8, Start), new(8, Start), new(7, Start.AddDays(2)), new(8, Start.AddDays(2)), new(8, Start), new(8, Start)];

    [Fact]
    public async Task Typed_rows_end_before_they_are_as_many_as_the_spine_s()
    {
        await using var test = await OverlappingAsync();
        List<long?> read = [];
        var error = await Assert.ThrowsAsync<HistoryOverlapException>(async () =>
        {
            await foreach (var row in UserSpend.HistoricalRowsAsync(test.Store, Spine, new() { Strategy = JoinStrategy.Hash, Sizes = Small }))
                read.Add(row?.Purchases);
        });

        Assert.Equal([80, 80], read.Take(2));
        Assert.Equal(3, read.Count);
        Assert.Contains("5 rows for 4 spine rows", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<HistoryOverlapException>(() => PurchasesAsync(test, [Spine[2]], new() { Strategy = JoinStrategy.Hash }));
        Assert.Equal(0L, await test.IdleTransactionsAsync());
    }

    [Fact]
    public async Task Rows_of_a_service_end_before_they_are_as_many_as_the_spine_s()
    {
        await using var test = await OverlappingAsync();
        await SensorReading.EnsureAsync(test.Store);
        var deals = Spine.Select((row, i) => new DealModel.SpineRow { DealId = i, UserId = 8, SellerId = (int)row.Key, Site = "ab", Device = "c", AsOf = row.AsOf });
        List<(int, long?)> read = [];
        await Assert.ThrowsAsync<HistoryOverlapException>(async () =>
        {
            await foreach (var row in DealModel.HistoricalRowsAsync(test.Store, deals, new() { Strategy = JoinStrategy.Hash, Sizes = Small }))
                read.Add((row.DealId, row.Seller?.Purchases));
        });

        Assert.Equal([(0, 80), (1, 80)], read.Take(2));
        Assert.Equal(3, read.Count);
        Assert.Equal(0L, await test.IdleTransactionsAsync());
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(true, 100)]
    [InlineData(false, 1)]
    [InlineData(false, 100)]
    public async Task Record_batches_end_before_they_have_more_rows_than_the_spine(bool isArrow, int batchSize)
    {
        await using var test = await OverlappingAsync();
        HistoricalOptions<UserSpend> options = new() { Strategy = JoinStrategy.Hash, Sizes = Small, BatchSize = batchSize };
        using var batch = Of(("user_id", Longs([.. Spine.Select(row => (long?)row.Key)])), ("t", Instants([.. Spine.Select(row => (DateTimeOffset?)row.AsOf)])));
        await using var reader = await (isArrow
            ? UserSpend.HistoricalFeaturesAsync(test.Store, Ematix.Spine.Arrow([batch], "t"), options)
            : UserSpend.HistoricalFeaturesAsync(test.Store, Spine, options)).OpenAsync();

        await Assert.ThrowsAsync<HistoryOverlapException>(async () =>
        {
            while (await reader.ReadNextRecordBatchAsync() is { } features)
                features.Dispose();
        });
        Assert.InRange(reader.RowCount, 2, 4);
    }

    private async Task<TestStore> OverlappingAsync()
    {
        var test = await TestStore.CreateAsync(postgres);
        await UserSpend.SyncAsync(test.Store, [
            new UserSpend { UserId = 7, Purchases = 1, At = Start },
            new UserSpend { UserId = 7, Purchases = 2, At = Start.AddDays(1) },
            new UserSpend { UserId = 8, Purchases = 80, At = Start },
        ]);
        await test.ExecuteAsync("UPDATE features.user_spend_v1 SET valid_to = valid_to + interval '2 days' WHERE user_id = 7 AND purchases = 1");
        return test;
    }
}
