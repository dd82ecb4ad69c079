namespace Ematix.Tests.Reading;

/// <summary>Semantics §7: the current version, if alive at the database's clock.</summary>
public sealed class OnlineTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Online_is_the_newest_event_and_equals_point_in_time_now()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>();
        var now = await NowAsync(test);
        await UserSpend.SyncAsync(test.Store, [Spend(1, 1, now.AddHours(-2)), Spend(1, 2, now.AddHours(-1)), Spend(2, 9, now.AddDays(-31))]);

        var online = await UserSpend.OnlineFeaturesAsync(test.Store, [2L, 1L, 1L, 3L]);
        Assert.Equal([null, 2, 2, null], online.Select(row => row?.Purchases));
        var then = await UserSpend.PointInTimeAsync(test.Store, [2L, 1L, 1L, 3L], await NowAsync(test));
        Assert.Equal(online.Select(row => row?.Purchases), then.Select(row => row?.Purchases));
        Assert.Equal(2, (await UserSpend.OnlineFeaturesAsync(test.Store, 1))!.Purchases);
    }

    [Fact]
    public async Task A_value_that_outlived_its_ttl_is_gone_before_any_load_closes_it()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>();
        var now = await NowAsync(test);
        await UserSpend.SyncAsync(test.Store, [Spend(1, 1, now.AddHours(-2))]);

        Assert.Null(await UserSpend.OnlineFeaturesAsync(test.Store, 1, ttl: TimeSpan.FromHours(1)));
        Assert.NotNull(await UserSpend.OnlineFeaturesAsync(test.Store, 1, ttl: TimeSpan.FromHours(3)));
        await test.ExecuteAsync("UPDATE features.user_spend_v1 SET valid_from = valid_from - interval '30 days'");
        Assert.Null(await UserSpend.OnlineFeaturesAsync(test.Store, 1));
        Assert.Equal([null], await UserSpend.OnlineFeaturesAsync(test.Store, [1L]));
    }

    [Fact]
    public async Task A_lookup_reads_every_column_of_the_row()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>();
        var at = await NowAsync(test);
        await UserSpend.SyncAsync(test.Store, [new UserSpend { UserId = 5, Purchases = null, Average = 12.345m, At = at }]);

        var row = (await UserSpend.OnlineFeaturesAsync(test.Store, 5))!;
        Assert.Equal((5, null, 12.35m, at), (row.UserId, row.Purchases, row.Average, row.At));
    }

    private static UserSpend Spend(long user, long purchases, DateTimeOffset at) => new() { UserId = user, Purchases = purchases, At = at };

    private static async Task<DateTimeOffset> NowAsync(TestStore test) => new(await test.ScalarAsync<DateTime>("SELECT clock_timestamp()"));
}
