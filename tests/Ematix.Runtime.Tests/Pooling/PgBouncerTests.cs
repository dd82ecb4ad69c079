using Npgsql;
using static Ematix.Tests.Times;

namespace Ematix.Tests.Pooling;

/// <summary>Behind a proxy that pools transactions (two server connections for all) everything means what it does without one.</summary>
public sealed class PgBouncerTests(PostgresFixture postgres, PgBouncer bouncer) : IClassFixture<PgBouncer>
{
    private static readonly DateTimeOffset Ten = At("2024-03-01 10:00");

    [Fact]
    public async Task Loads_of_all_modes_with_online_snapshots_and_all_reads()
    {
        await using var test = await BouncedAsync();
        var store = test.Store;
        for (var load = 1; load <= 2; load++)
        {
            await UserSpend.SyncAsync(store, [new UserSpend { UserId = 1, Purchases = load, At = Ten.AddHours(load) }]);
            await OnlineProfile.SyncAsync(store, Source.Sql($"SELECT 1 AS id, {"c" + load} AS city"));
            await OnlineSpend.SyncAsync(store, [new OnlineSpend { Region = "eu", UserId = 1, Purchases = load, At = DateTimeOffset.UtcNow.AddHours(load - 5) }]);
            await LatestOnly.SyncAsync(store, [new LatestOnly { Id = 1, Visits = load }]);
            await Appended.SyncAsync(store, [new Appended { Id = load }]);
            await Replaced.SyncAsync(store, [new Replaced { Id = load }]);
        }

        var tried = await OnlineProfile.SyncAsync(store, [new OnlineProfile { Id = 1, City = "tried" }], new() { DryRun = true });
        Assert.Equal((1, true), (tried.Inserted, tried.IsDryRun));

        Assert.Equal(1, (await UserSpend.PointInTimeAsync(store, 1, Ten.AddHours(1)))!.Purchases);
        Assert.Equal([2, null], (await UserSpend.PointInTimeAsync(store, [1L, 2L], Ten.AddHours(2))).Select(row => row?.Purchases));
        Assert.Equal(2, (await UserSpend.HistoryAsync(store, 1).ToArrayAsync()).Length);
        Assert.Equal("c2", (await OnlineProfile.OnlineFeaturesAsync(store, 1))!.City);
        Assert.Equal(2, (await OnlineSpend.OnlineFeaturesAsync(store, "eu", 1))!.Purchases);
        Assert.Equal([2], (await LatestOnly.OnlineFeaturesAsync(store, [1])).Select(row => row?.Visits));
        Assert.Equal(["2|1"], await test.Test.RowsAsync("SELECT (SELECT count(*) FROM features.appended_v1), (SELECT count(*) FROM features.replaced_v1)"));
        Assert.Equal(["succeeded|12"], await test.Test.RowsAsync("SELECT status, count(*) FROM ematix_flow.run_history GROUP BY 1"));
    }

    [Fact]
    public async Task Loads_of_one_target_queue_and_loads_of_others_pass()
    {
        await using var test = await BouncedAsync();
        var results = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(async () =>
        {
            await UserSpend.SyncAsync(test.Store, [new UserSpend { UserId = i, At = Ten }]);
            return await OnlineProfile.SyncAsync(test.Store, Enumerable.Range(0, 100).Select(id => new OnlineProfile { Id = id, City = $"c{i}" }));
        })));

        Assert.Equal(8, results.Select(result => result.LoadedAt).Distinct().Count());
        Assert.Equal(["100|800"], await test.Test.RowsAsync("SELECT count(*) FILTER (WHERE is_current), count(*) FROM features.online_profile_v1"));
        Assert.Equal(8, await test.Test.ScalarAsync<long>("SELECT count(*) FROM features.user_spend_v1"));
    }

    [Fact]
    public async Task A_load_that_waits_too_long_names_the_servers_process()
    {
        await using var test = await BouncedAsync();
        await Profile.EnsureAsync(test.Store);
        await using (var gate = await Gate.CloseAsync(test.Test))
        {
            var refused = await Assert.ThrowsAsync<LoadLockTimeoutException>(() => Profile.SyncAsync(
                test.Store, [new Profile { Id = 1 }], new() { LockTimeout = TimeSpan.FromMilliseconds(200) }));
            Assert.Equal(gate.ProcessId, refused.HolderProcessId);
        }

        // The limits that a load sets end with its transaction: no other client of the proxy meets them.
        await using var connection = await test.Store.DataSource.OpenConnectionAsync();
        await using var limits = new NpgsqlCommand("SELECT current_setting('lock_timeout') || ' ' || current_setting('statement_timeout') || ' ' || current_setting('search_path')", connection);
        Assert.Equal("0 0 \"$user\", public", await limits.ExecuteScalarAsync());
        Assert.Equal(1, (await Profile.SyncAsync(test.Store, [new Profile { Id = 1 }])).Inserted);
    }

    [Fact]
    public async Task A_cancelled_load_ends_on_the_server_and_frees_its_connection()
    {
        await using var test = await BouncedAsync();
        await Profile.EnsureAsync(test.Store);
        for (var i = 0; i < 3; i++)
        {
            using var cancel = new CancellationTokenSource();
            var load = Profile.SyncAsync(test.Store, Source.Sql("SELECT 1 AS id, pg_sleep(600)::text AS city, true AS active, 1.0::float8 AS score"), cancellationToken: cancel.Token);
            while (await SleepersAsync(test.Test) == 0)
                await Task.Delay(5);
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => load);
            while (await SleepersAsync(test.Test) > 0)
                await Task.Delay(5);
        }

        Assert.Equal(1, (await Profile.SyncAsync(test.Store, [new Profile { Id = 1 }])).Inserted);
    }

    [Fact]
    public async Task A_query_on_another_database_passes_on_both_sides_and_can_be_cancelled()
    {
        await using var test = await BouncedAsync();
        await using var other = await TestStore.CreateAsync(postgres);
        await using var database = NpgsqlDataSource.Create(bouncer.Through(other.ConnectionString));
        var score = 1.5;
        var result = await Profile.SyncAsync(test.Store, Source.Sql(database, $"SELECT g AS id, 'x' AS city, true AS active, {score} AS score FROM generate_series({1}, {20_000}) AS g"));
        Assert.Equal((20_000, SyncPath.CrossDatabase), (result.Inserted, result.Path));

        using var cancel = new CancellationTokenSource();
        var load = Profile.SyncAsync(test.Store, Source.Sql(database, "SELECT 1 AS id, pg_sleep(600)::text AS city, true AS active, 1.0::float8 AS score"), cancellationToken: cancel.Token);
        while (await SleepersAsync(other) == 0)
            await Task.Delay(5);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => load);
        while (await SleepersAsync(other) > 0)
            await Task.Delay(5);
    }

    private static Task<long> SleepersAsync(TestStore test) =>
        test.ScalarAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%' AND state = 'active' AND wait_event = 'PgSleep' AND datname = current_database()");

    private async Task<Bounced> BouncedAsync()
    {
        Assert.SkipWhen(bouncer.Missing is not null, bouncer.Missing ?? "");
        var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>().Audits<OnlineProfile>().Audits<OnlineSpend>().Audits<Profile>();
        return new(test, FeatureStore.Open(bouncer.Through(test.ConnectionString)));
    }

    private sealed record Bounced(TestStore Test, FeatureStore Store) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Store.DisposeAsync();
            await Test.DisposeAsync();
        }
    }
}
