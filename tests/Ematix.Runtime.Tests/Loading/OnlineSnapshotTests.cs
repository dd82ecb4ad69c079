namespace Ematix.Tests.Loading;

/// <summary>Semantics §8: the snapshot holds exactly the current versions, and changes in the transaction that changes history.</summary>
public sealed class OnlineSnapshotTests(PostgresFixture postgres)
{
    private static readonly SyncOptions<OnlineCity> SoftTable = new() { HandleDeletes = HandleDeletes.Soft };
    private static readonly SyncOptions<OnlineProfile> SoftView = new() { HandleDeletes = HandleDeletes.Soft };

    [Fact]
    public async Task A_materialized_view_follows_every_load()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<OnlineProfile>();
        await OnlineProfile.SyncAsync(test.Store, [View(1, "Oslo"), View(2, "Rome"), View(3, null)]);
        Assert.Equal(["Oslo", "Rome", null], (await OnlineProfile.OnlineFeaturesAsync(test.Store, [1, 2, 3])).Select(row => row!.City));

        await OnlineProfile.SyncAsync(test.Store, [View(1, "Bonn"), View(2, "Rome")], SoftView);
        Assert.Equal(["1|Bonn", "2|Rome"], await test.RowsAsync("SELECT id, city FROM features.online_profile_v1__online ORDER BY id"));
        Assert.Null(await OnlineProfile.OnlineFeaturesAsync(test.Store, 3));
    }

    [Fact]
    public async Task A_table_follows_every_load_and_writes_only_what_changed()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<OnlineCity>();
        await OnlineCity.SyncAsync(test.Store, [Row(1, "Oslo"), Row(2, "Rome"), Row(3, null)]);
        var before = await test.RowsAsync("SELECT xmin FROM features.online_city_v1__online WHERE id = 2");
        await OnlineCity.SyncAsync(test.Store, [Row(1, "Bonn"), Row(2, "Rome"), Row(4, "Kyiv")], SoftTable);

        Assert.Equal(["1|Bonn", "2|Rome", "4|Kyiv"], await test.RowsAsync("SELECT id, city FROM features.online_city_v1__online ORDER BY id"));
        Assert.Equal(before, await test.RowsAsync("SELECT xmin FROM features.online_city_v1__online WHERE id = 2"));
        Assert.Equal("Kyiv", (await OnlineCity.OnlineFeaturesAsync(test.Store, 4))!.City);
    }

    [Fact]
    public async Task Late_events_ties_and_ttl_ends_leave_the_table_with_the_current_versions()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<OnlineSpend>();
        var now = new DateTimeOffset(await test.ScalarAsync<DateTime>("SELECT now()"));
        SyncOptions<OnlineSpend> insert = new() { LateArrivals = LateArrivals.Insert };
        await OnlineSpend.SyncAsync(test.Store, [Spend(1, 1, now.AddDays(-2)), Spend(1, 2, now.AddDays(-1)), Spend(2, 9, now.AddDays(-31))]);
        await OnlineSpend.SyncAsync(test.Store, [Spend(1, 0, now.AddDays(-3)), Spend(2, 8, now.AddDays(-32))], insert);
        Assert.Equal(["eu|1|2"], await test.RowsAsync("SELECT region, user_id, purchases FROM features.online_spend_v1__online"));

        await OnlineSpend.SyncAsync(test.Store, [Spend(1, 3, now.AddDays(-1)), Spend(2, 10, now.AddDays(-5))], insert);
        Assert.Equal(["eu|1|3", "eu|2|10"], await test.RowsAsync("SELECT region, user_id, purchases FROM features.online_spend_v1__online ORDER BY user_id"));
        Assert.Equal([10, 3], (await OnlineSpend.OnlineFeaturesAsync(test.Store, [new("eu", 2), new("eu", 1)])).Select(row => row!.Purchases));
        Assert.Null(await OnlineSpend.OnlineFeaturesAsync(test.Store, "eu", 1, ttl: TimeSpan.FromHours(1)));

        await OnlineSpend.SyncAsync(test.Store, [], new() { Ttl = TimeSpan.FromDays(4) });
        Assert.Equal(["eu|1|3"], await test.RowsAsync("SELECT region, user_id, purchases FROM features.online_spend_v1__online"));
    }

    [Fact]
    public async Task A_load_that_is_refused_leaves_the_snapshot_as_it_was()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<OnlineProfile>();
        await OnlineProfile.SyncAsync(test.Store, [View(1, "Oslo")]);
        await Assert.ThrowsAsync<DuplicateKeyException>(() => OnlineProfile.SyncAsync(test.Store, [View(1, "Bonn"), View(1, "Rome")]));
        await OnlineProfile.SyncAsync(test.Store, [View(1, "Bonn")], new() { DryRun = true });

        Assert.Equal("Oslo", (await OnlineProfile.OnlineFeaturesAsync(test.Store, 1))!.City);
    }

    [Fact]
    public async Task A_missing_or_foreign_shaped_snapshot_is_built_anew_from_history()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<OnlineProfile>().Audits<OnlineCity>();
        await OnlineProfile.SyncAsync(test.Store, [View(1, "Oslo")]);
        await OnlineCity.SyncAsync(test.Store, [Row(1, "Oslo")]);
        await test.ExecuteAsync("DROP MATERIALIZED VIEW features.online_profile_v1__online; ALTER TABLE features.online_city_v1__online DROP COLUMN city");
        await OnlineProfile.EnsureAsync(test.Store);
        await OnlineCity.EnsureAsync(test.Store);
        Assert.Equal("Oslo", (await OnlineCity.OnlineFeaturesAsync(test.Store, 1))!.City);

        await test.ExecuteAsync("DROP TABLE features.online_city_v1__online; CREATE MATERIALIZED VIEW features.online_city_v1__online AS SELECT 1 AS id");
        await OnlineCity.EnsureAsync(test.Store);
        Assert.Equal("Oslo", (await OnlineProfile.OnlineFeaturesAsync(test.Store, 1))!.City);
        Assert.Equal("Oslo", (await OnlineCity.OnlineFeaturesAsync(test.Store, 1))!.City);
    }

    [Fact]
    public async Task Readers_see_before_or_after_never_between()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<OnlineProfile>();
        await OnlineProfile.SyncAsync(test.Store, Enumerable.Range(0, 50).Select(id => View(id, "0")));
        using var done = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            var seen = new List<int>();
            while (!done.IsCancellationRequested)
                seen.Add((await OnlineProfile.OnlineFeaturesAsync(test.Store, [.. Enumerable.Range(0, 50)])).Select(row => row?.City).Distinct().Count());
            return seen;
        });
        for (var round = 1; round <= 10; round++)
            await OnlineProfile.SyncAsync(test.Store, Enumerable.Range(0, 50).Select(id => View(id, $"{round}")));
        await done.CancelAsync();

        Assert.All(await reading, distinct => Assert.Equal(1, distinct));
    }

    private static OnlineProfile View(int id, string? city) => new() { Id = id, City = city };

    private static OnlineCity Row(int id, string? city) => new() { Id = id, City = city };

    private static OnlineSpend Spend(long user, long purchases, DateTimeOffset at) => new() { Region = "eu", UserId = user, Purchases = purchases, At = at };
}
