using static Ematix.Tests.Times;

namespace Ematix.Tests.Loading;

/// <summary>Semantics §3, feature sets of event-time views: several sources share one timeline; what one does not provide is carried from the version alive at its row's instant.</summary>
public sealed class FeatureSetEventTests(PostgresFixture postgres)
{
    private const string Rows = "SELECT clicks, plan FROM features.engagement_v1 WHERE valid_to IS NULL OR valid_to > valid_from ORDER BY user_id, valid_from";

    private static readonly DateTimeOffset Ten = At("2024-03-01 10:00");
    private static readonly TimeSpan Ttl = TimeSpan.FromDays(10);
    private static readonly SyncOptions<Engagement> Clicks = new() { FeatureSet = [Engagement.Columns.Clicks] };
    private static readonly SyncOptions<Engagement> Plans = new() { FeatureSet = [Engagement.Columns.Plan] };

    [Fact]
    public async Task Each_source_writes_its_columns_and_carries_the_others()
    {
        await using var test = await StoreAsync();
        await Engagement.SyncAsync(test.Store, [Click(0, 1)], Clicks);
        var second = await Engagement.SyncAsync(test.Store, [Plan(1, "pro")], Plans);
        await Engagement.SyncAsync(test.Store, [Click(2, 2)], Clicks);
        await Engagement.SyncAsync(test.Store, [Plan(3, null)], Plans);

        Assert.Equal((1, 1), (second.Inserted, second.Closed));
        Assert.Equal(["1|-", "1|pro", "2|pro", "2|-"], await test.RowsAsync(Rows));
    }

    [Fact]
    public async Task Rows_of_one_batch_carry_from_each_other_in_time_order_whatever_order_they_are_given_in()
    {
        await using var test = await StoreAsync();
        await Engagement.SyncAsync(test.Store, [Plan(0, "pro"), Plan(0, "free", user: 2)], Plans);
        await Engagement.SyncAsync(test.Store, [Click(3, 3), Click(2, 2, user: 2), Click(1, 1), Click(2, 2), Click(1, 1, user: 3)], Clicks);

        Assert.Equal(["-|pro", "1|pro", "2|pro", "3|pro", "-|free", "2|free", "1|-"], await test.RowsAsync(Rows));
    }

    [Fact]
    public async Task The_version_that_starts_at_the_rows_instant_is_carried_and_replaced()
    {
        await using var test = await StoreAsync();
        await Engagement.SyncAsync(test.Store, [Click(0, 1), Click(1, 2)], Clicks);
        await Engagement.SyncAsync(test.Store, [Plan(1, "pro"), Plan(2, "max")], Plans);

        Assert.Equal(["1|-", "2|pro", "2|max"], await test.RowsAsync(Rows));
        Assert.Equal("2|-", Assert.Single(await test.RowsAsync("SELECT clicks, plan FROM features.engagement_v1 WHERE valid_to = valid_from")));
    }

    [Fact]
    public async Task A_value_is_carried_up_to_its_time_to_live_inclusive()
    {
        await using var test = await StoreAsync();
        await Engagement.SyncAsync(test.Store, [.. Enumerable.Range(1, 3).Select(user => Plan(0, "pro", user))], Plans);
        await Engagement.SyncAsync(
            test.Store,
            [
                Click(Ten + Ttl, 1, user: 1),
                Click(Ten + Ttl + Microsecond, 2, user: 2), Click(Ten + Ttl + Microsecond + Microsecond, 3, user: 2),
                Click(Ten + Ttl, 4, user: 3), Click(Ten + Ttl + Ttl, 5, user: 3), Click(Ten + Ttl + Ttl + Ttl + Microsecond, 6, user: 3), Click(Ten + Ttl + Ttl + Ttl + Ttl, 7, user: 3),
            ],
            Clicks);

        Assert.Equal(["-|pro", "1|pro", "-|pro", "2|-", "3|-", "-|pro", "4|pro", "5|pro", "6|-", "7|-"], await test.RowsAsync(Rows));
    }

    [Fact]
    public async Task Any_split_into_batches_gives_the_same_history()
    {
        Engagement[] clicks = [Click(1, 1), Click(Ten + Ttl, 2), Click(Ten + Ttl + TimeSpan.FromHours(1), 3), Click(Ten + (3 * Ttl), 4), Click(Ten + (3 * Ttl) + Microsecond, 4)];
        var histories = new List<string[]>();
        foreach (var size in new[] { 1, 2, 5 })
        {
            await using var test = await StoreAsync();
            await Engagement.SyncAsync(test.Store, [Plan(0, "pro")], Plans);
            foreach (var batch in clicks.Chunk(size))
                await Engagement.SyncAsync(test.Store, batch, Clicks);
            histories.Add(await test.RowsAsync("SELECT valid_from, clicks, plan FROM features.engagement_v1 ORDER BY valid_from"));
        }

        Assert.Equal(6, histories[0].Length);
        Assert.Equal(histories[0], histories[1]);
        Assert.Equal(histories[0], histories[2]);
    }

    [Fact]
    public async Task Only_the_sets_columns_are_compared_so_that_the_same_source_changes_nothing()
    {
        await using var test = await StoreAsync();
        Engagement[] clicks = [Click(0, 1), Click(1, 2)], plans = [Plan(0, "pro"), Plan(2, "max")];
        await Engagement.SyncAsync(test.Store, clicks, Clicks);
        await Engagement.SyncAsync(test.Store, plans, Plans with { LateArrivals = LateArrivals.Skip });
        var before = await test.RowsAsync("SELECT ctid, e::text FROM features.engagement_v1 AS e");
        var again = await Engagement.SyncAsync(test.Store, clicks, Clicks);

        Assert.Equal((2, 0, 0), (again.Unchanged, again.Inserted, again.Closed));
        Assert.Equal(before, await test.RowsAsync("SELECT ctid, e::text FROM features.engagement_v1 AS e"));
    }

    [Fact]
    public async Task Late_rows_are_refused_or_skipped_and_nothing_is_carried_from_skipped_ones()
    {
        await using var test = await StoreAsync();
        await Engagement.SyncAsync(test.Store, [Plan(0, "pro"), Plan(4, "max")], Plans);
        await Assert.ThrowsAsync<LateArrivalException>(() => Engagement.SyncAsync(test.Store, [Click(2, 1), Click(5, 2)], Clicks));
        var skipped = await Engagement.SyncAsync(test.Store, [Click(2, 1), Click(5, 2)], Clicks with { LateArrivals = LateArrivals.Skip });

        Assert.Equal((1, 1), (skipped.Skipped, skipped.Inserted));
        Assert.Equal(["-|pro", "-|max", "2|max"], await test.RowsAsync(Rows));
    }

    [Fact]
    public async Task Online_reads_follow()
    {
        await using var test = await StoreAsync();
        var now = new DateTimeOffset(await test.ScalarAsync<DateTime>("SELECT now()"));
        await Engagement.SyncAsync(test.Store, [Plan(now.AddDays(-2), "pro")], Plans);
        await Engagement.SyncAsync(test.Store, [Click(now.AddDays(-1), 7)], Clicks);
        var online = await Engagement.OnlineFeaturesAsync(test.Store, 1);

        Assert.Equal((7, "pro"), (online!.Clicks, online.Plan));
    }

    [Fact]
    public async Task A_set_without_columns_renews_what_there_is()
    {
        await using var test = await StoreAsync();
        await Engagement.SyncAsync(test.Store, [new Engagement { UserId = 1, Clicks = 1, Plan = "pro", At = Ten }]);
        await Engagement.SyncAsync(test.Store, [Click(1, 99)], new() { FeatureSet = [] });

        Assert.Equal(["1|pro", "1|pro"], await test.RowsAsync(Rows));
    }

    private async Task<TestStore> StoreAsync() => (await TestStore.CreateAsync(postgres)).Audits<Engagement>();

    private static Engagement Click(int hour, long clicks, long user = 1) => Click(Ten.AddHours(hour), clicks, user);

    /// <summary>The plan is no part of the set: whatever stands there is not read, not even what no column could hold.</summary>
    private static Engagement Click(DateTimeOffset at, long clicks, long user = 1) => new() { UserId = user, Clicks = clicks, At = at, Plan = "not\0read" };

    private static Engagement Plan(int hour, string? plan, long user = 1) => Plan(Ten.AddHours(hour), plan, user);

    private static Engagement Plan(DateTimeOffset at, string? plan, long user = 1) => new() { UserId = user, Plan = plan, At = at, Clicks = -1 };
}
