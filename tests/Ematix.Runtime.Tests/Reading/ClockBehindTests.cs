namespace Ematix.Tests.Reading;

/// <summary>
/// Decision 2: while the clock is behind the last load, a lookup answers what a point-in-time read answers at the clock, or at the current version's start
/// if that is later; a key without a current version has no answer, as at the last load's time.
/// </summary>
public sealed class ClockBehindTests(PostgresFixture postgres)
{
    private static readonly TimeSpan Ttl = TimeSpan.FromDays(30);

    private readonly SyncOptions<OnlineSpend> _long = new() { Ttl = TimeSpan.FromDays(60) };

    [Fact]
    public async Task A_version_that_outlives_its_ttl_between_clock_and_load_is_answered_as_at_the_clock()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<OnlineSpend>();
        var (clock, last) = await LoadAheadAsync(test, user: 1, ago: Ttl - TimeSpan.FromMinutes(30), _long);

        Assert.Equal([1, 1, null], await AnswersAsync(test, 1, clock, last));
        // Once the clock is past the end of its life, nothing is answered, and no load was needed.
        await test.ExecuteAsync("""
            UPDATE features.online_spend_v1 SET valid_from = valid_from - interval '1 hour', at = at - interval '1 hour';
            UPDATE features.online_spend_v1__online SET valid_from = valid_from - interval '1 hour', at = at - interval '1 hour';
            """);
        Assert.Equal([null, null, null], await AnswersAsync(test, 1, clock, last));
    }

    [Fact]
    public async Task A_version_that_the_last_load_ended_is_not_answered_though_the_clock_is_before_its_end()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<OnlineSpend>();
        var (clock, last) = await LoadAheadAsync(test, user: 1, ago: Ttl - TimeSpan.FromMinutes(30), new());

        Assert.Equal([null, 1, null], await AnswersAsync(test, 1, clock, last));
    }

    [Fact]
    public async Task A_version_that_starts_after_the_clock_is_answered_as_at_its_start()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<OnlineSpend>();
        await OnlineSpend.SyncAsync(test.Store, [Row(1, 7, await ClockAsync(test) - TimeSpan.FromDays(1))]);
        var (clock, last) = await LoadAheadAsync(test, user: 1, ago: -TimeSpan.FromMinutes(30), _long);

        Assert.Equal([1, 7, 1], await AnswersAsync(test, 1, clock, last));
        Assert.Equal(1, (await OnlineSpend.PointInTimeAsync(test.Store, "eu", 1, clock + TimeSpan.FromMinutes(30)))!.Purchases);
    }

    /// <summary>A load an hour ahead of the clock, of one event that is so long ago by the clock.</summary>
    private static async Task<(DateTimeOffset Clock, DateTimeOffset Last)> LoadAheadAsync(TestStore test, long user, TimeSpan ago, SyncOptions<OnlineSpend> options)
    {
        await OnlineSpend.EnsureAsync(test.Store);
        await test.ExecuteAsync("UPDATE ematix_flow.feature_views SET last_synced_at = clock_timestamp() + interval '1 hour'");
        var clock = await ClockAsync(test);
        var result = await OnlineSpend.SyncAsync(test.Store, [Row(user, 1, clock - ago)], options);
        Assert.True(result.ClockAdjusted);
        return (clock, result.LoadedAt);
    }

    /// <summary>Online (alone and among others), at the clock, and at the last load's time.</summary>
    private static async Task<long?[]> AnswersAsync(TestStore test, long user, DateTimeOffset clock, DateTimeOffset last)
    {
        var online = (await OnlineSpend.OnlineFeaturesAsync(test.Store, "eu", user))?.Purchases;
        Assert.Equal([null, online], (await OnlineSpend.OnlineFeaturesAsync(test.Store, [new("eu", 99), new("eu", user)])).Select(row => row?.Purchases));
        return [online, (await OnlineSpend.PointInTimeAsync(test.Store, "eu", user, clock))?.Purchases, (await OnlineSpend.PointInTimeAsync(test.Store, "eu", user, last))?.Purchases];
    }

    private static OnlineSpend Row(long user, long purchases, DateTimeOffset at) => new() { Region = "eu", UserId = user, Purchases = purchases, At = at };

    private static async Task<DateTimeOffset> ClockAsync(TestStore test) => new(await test.ScalarAsync<DateTime>("SELECT clock_timestamp()"));
}
