using static Ematix.Tests.Spend;
using static Ematix.Tests.Times;

namespace Ematix.Tests.Training;

/// <summary>Semantics §7: one answer a spine row, in order, as of the row's time.</summary>
public sealed class HistoricalRowTests(PostgresFixture postgres)
{
    public static TheoryData<JoinStrategy> Strategies => [.. Enum.GetValues<JoinStrategy>()];

    [Theory, MemberData(nameof(Strategies))]
    public async Task Each_row_sees_the_version_that_held_at_its_own_instant(JoinStrategy strategy)
    {
        await using var test = await LoadedAsync(postgres);
        SpineRow<long>[] spine =
        [
            new(7, Start.AddDays(2)), new(7, Start - Microsecond), new(7, Start), new(99, Start), new(7, Start.AddDays(1) - Microsecond),
            new(8, Start.AddDays(1)), new(7, Start.AddDays(1)), new(7, Start), new(7, DateTimeOffset.MinValue), new(8, DateTimeOffset.MinValue),
        ];

        Assert.Equal([3, null, 1, null, 1, 20, 2, 1, null, null], await PurchasesAsync(test, spine, new() { Strategy = strategy }));
    }

    [Theory, MemberData(nameof(Strategies))]
    public async Task A_version_answers_up_to_its_ttl_and_a_call_may_shorten_it(JoinStrategy strategy)
    {
        await using var test = await LoadedAsync(postgres);
        var (last, hour) = (Start.AddDays(2), TimeSpan.FromHours(1));
        SpineRow<long>[] spine = [new(7, last + Ttl), new(7, last + Ttl + Microsecond), new(7, last + hour), new(7, last + hour + Microsecond)];

        Assert.Equal([3, null, 3, 3], await PurchasesAsync(test, spine, new() { Strategy = strategy }));
        Assert.Equal([null, null, 3, null], await PurchasesAsync(test, spine, new() { Strategy = strategy, Ttl = hour }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => PurchasesAsync(test, spine, new() { Ttl = Ttl + Microsecond }));
    }

    [Theory, MemberData(nameof(Strategies))]
    public async Task Before_an_as_of_counts_only_what_started_before_it(JoinStrategy strategy)
    {
        await using var test = await LoadedAsync(postgres);
        SpineRow<long>[] spine = [new(7, Start), new(7, Start + Microsecond), new(7, Start.AddDays(1)), new(7, Start.AddDays(1) + Microsecond), new(7, Start.AddDays(2))];

        Assert.Equal([null, 1, 1, 2, 2], await PurchasesAsync(test, spine, new() { Strategy = strategy, Boundary = AsOfBoundary.Before }));
    }

    [Theory, MemberData(nameof(Strategies))]
    public async Task A_gap_answers_none(JoinStrategy strategy)
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        var first = await Profile.SyncAsync(test.Store, [new Profile { Id = 1, City = "Rome" }, new Profile { Id = 2, City = "Oslo" }]);
        var gone = await Profile.SyncAsync(test.Store, [new Profile { Id = 2, City = "Oslo" }], new() { HandleDeletes = HandleDeletes.Soft });
        var back = await Profile.SyncAsync(test.Store, [new Profile { Id = 1, City = "Bern" }, new Profile { Id = 2, City = "Oslo" }]);
        SpineRow<int>[] spine =
        [
            new(1, first.LoadedAt), new(1, gone.LoadedAt - Microsecond), new(1, gone.LoadedAt), new(1, back.LoadedAt - Microsecond), new(1, back.LoadedAt), new(2, gone.LoadedAt),
        ];
        List<string?> cities = [];
        await foreach (var row in Profile.HistoricalRowsAsync(test.Store, spine, new() { Strategy = strategy }))
            cities.Add(row?.City);

        Assert.Equal(["Rome", "Rome", null, null, "Bern", "Oslo"], cities);
    }

    [Theory, MemberData(nameof(Strategies))]
    public async Task A_replaced_version_is_never_seen(JoinStrategy strategy)
    {
        await using var test = await LoadedAsync(postgres);
        await UserSpend.SyncAsync(test.Store, [new UserSpend { UserId = 7, Purchases = 33, At = Start.AddDays(2) }]);

        Assert.Equal([33, 2], await PurchasesAsync(test, [new(7, Start.AddDays(2)), new(7, Start.AddDays(2) - Microsecond)], new() { Strategy = strategy }));
    }

    [Theory, MemberData(nameof(Strategies))]
    public async Task Keys_of_several_columns_are_compared_one_by_one(JoinStrategy strategy)
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<SensorReading>();
        await SensorReading.SyncAsync(test.Store, [
            new SensorReading { Site = "ab", Sensor = "c", At = Start, Value = 1 },
            new SensorReading { Site = "a", Sensor = "bc", At = Start, Value = 2 },
        ]);
        SpineRow<SensorReading.Key>[] spine = [new(new("a", "bc"), Start), new(new("ab", "c"), Start), new(new("abc", ""), Start), new(new(null!, "c"), Start)];
        List<double?> values = [];
        await foreach (var row in SensorReading.HistoricalRowsAsync(test.Store, spine, new() { Strategy = strategy }))
            values.Add(row?.Value);

        Assert.Equal([2, 1, null, null], values);
    }

    [Fact]
    public async Task Single_and_historical_answers_are_the_same_rows()
    {
        await using var test = await LoadedAsync(postgres);
        await foreach (var row in UserSpend.HistoricalRowsAsync(test.Store, [new(7, Start.AddDays(1)), new SpineRow<long>(8, Start)]))
        {
            var single = await UserSpend.PointInTimeAsync(test.Store, row!.UserId, row.At);
            Assert.Equal((single!.UserId, single.Purchases, single.Average, single.At), (row.UserId, row.Purchases, row.Average, row.At));
        }
    }

    [Fact]
    public async Task Spines_longer_than_a_part_are_read_in_parts()
    {
        await using var test = await LoadedAsync(postgres);
        var spine = Enumerable.Range(0, 45_001).Select(i => new SpineRow<long>(7, Start.AddDays(i % 3)));
        var purchases = await PurchasesAsync(test, spine);

        Assert.Equal(45_001, purchases.Length);
        Assert.All(purchases.Index(), answer => Assert.Equal((answer.Index % 3) + 1, answer.Item));
    }

    [Fact]
    public async Task Typed_rows_are_whole() => await Assert.ThrowsAsync<ArgumentException>(async () =>
    {
        await using var test = await LoadedAsync(postgres);
        await PurchasesAsync(test, [new(7, Start)], new() { Columns = [UserSpend.Columns.Purchases] });
    });
}
