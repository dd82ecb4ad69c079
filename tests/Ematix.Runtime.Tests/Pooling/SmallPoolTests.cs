using Npgsql;

namespace Ematix.Tests.Pooling;

/// <summary>A load never waits for a second connection of a pool while it holds the first: a pool of one will do, and none deadlocks.</summary>
public sealed class SmallPoolTests(PostgresFixture postgres)
{
    private static readonly SyncOptions<Profile> Hasty = new() { LockTimeout = TimeSpan.FromMilliseconds(200) };

    [Fact]
    public async Task Everything_works_with_one_connection()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>().Audits<OnlineProfile>();
        await using var store = Small(test, 1);
        await Profile.SyncAsync(store, [new Profile { Id = 1, City = "Oslo" }]);
        await Profile.SyncAsync(store, [new Profile { Id = 1, City = "Rome" }], new() { DryRun = true });
        await OnlineProfile.SyncAsync(store, Source.Sql("SELECT 1 AS id, 'Oslo' AS city"));
        await Assert.ThrowsAsync<DuplicateKeyException>(() => Profile.SyncAsync(store, [new Profile { Id = 1 }, new Profile { Id = 1, City = "Bonn" }]));

        Assert.Equal("Oslo", (await Profile.OnlineFeaturesAsync(store, 1))!.City);
        Assert.Single(await Profile.HistoryAsync(store, 1).ToArrayAsync());
        Assert.Equal(["failed", "succeeded", "succeeded"], await test.RowsAsync("SELECT status FROM ematix_flow.run_history ORDER BY status"));
    }

    [Fact]
    public async Task A_load_that_waits_too_long_names_the_holder_with_one_connection()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await using var store = Small(test, 1);
        await Profile.EnsureAsync(store);
        await using (var gate = await Gate.CloseAsync(test))
        {
            Assert.Equal(gate.ProcessId, (await Assert.ThrowsAsync<LoadLockTimeoutException>(() => Profile.SyncAsync(store, [new Profile { Id = 1 }], Hasty))).HolderProcessId);
            Assert.Equal(gate.ProcessId, (await Assert.ThrowsAsync<LoadLockTimeoutException>(() => Profile.SyncAsync(store, [new Profile { Id = 1 }], Hasty with { DryRun = true }))).HolderProcessId);
        }

        Assert.Equal(1, (await Profile.SyncAsync(store, [new Profile { Id = 1 }])).Inserted);
    }

    [Fact]
    public async Task A_commit_without_an_answer_is_looked_up_with_one_connection()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        var connection = new NpgsqlConnectionStringBuilder(test.ConnectionString);
        await using var proxy = new CutProxy(connection.Host!, connection.Port);
        await using var store = FeatureStore.Open($"{test.ConnectionString};Port={proxy.Port};SSL Mode=Disable;GSS Encryption Mode=Disable;Maximum Pool Size=1;Timeout=5;Max Auto Prepare=0");
        await Profile.SyncAsync(store, [new Profile { Id = 1 }]);

        proxy.Disarm();
        await Profile.SyncAsync(store, [new Profile { Id = 1, City = "Oslo" }]);
        proxy.Arm(Messages.Completions, proxy.Count(Messages.Completions), Cut.Before);
        var result = await Profile.SyncAsync(store, [new Profile { Id = 1, City = "Rome" }]);
        proxy.Disarm();

        Assert.Equal((1, 1), (result.Inserted, result.Closed));
        Assert.Equal("Rome", (await Profile.OnlineFeaturesAsync(test.Store, 1))!.City);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Loads_of_one_target_and_of_others_and_reads_at_once_do_not_deadlock(int connections)
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>().Audits<UserSpend>().Audits<OnlineProfile>();
        await using var store = Small(test, connections);
        await Task.WhenAll(Enumerable.Range(1, 6).Select(i => Task.Run(async () =>
        {
            await Profile.SyncAsync(store, Enumerable.Range(0, 50).Select(id => new Profile { Id = id, City = $"c{i}" }));
            await UserSpend.SyncAsync(store, [new UserSpend { UserId = i, At = Times.At("2024-01-01") }]);
            await OnlineProfile.SyncAsync(store, [new OnlineProfile { Id = 1, City = $"c{i}" }]);
            Assert.NotNull(await Profile.OnlineFeaturesAsync(store, 1));
            Assert.NotEmpty(await Profile.HistoryAsync(store, 1).ToArrayAsync());
        })));

        Assert.Equal(18, await test.ScalarAsync<long>("SELECT count(*) FROM ematix_flow.run_history WHERE status = 'succeeded'"));
        Assert.Equal(50, await test.ScalarAsync<long>("SELECT count(*) FROM features.profile_v1 WHERE is_current"));
    }

    [Fact]
    public async Task A_cancelled_load_gives_its_one_connection_back()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await using var store = Small(test, 1);
        await Profile.EnsureAsync(store);
        using var cancel = new CancellationTokenSource();
        var load = Profile.SyncAsync(store, Source.Sql("SELECT 1 AS id, pg_sleep(600)::text AS city, true AS active, 1.0::float8 AS score"), cancellationToken: cancel.Token);
        while (await test.ScalarAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()") == 0)
            await Task.Delay(5);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => load);
        Assert.Equal(1, (await Profile.SyncAsync(store, [new Profile { Id = 1 }])).Inserted);
    }

    /// <summary>A wait for a connection that would never come fails after half a minute; one for others' turn may take some seconds.</summary>
    private static FeatureStore Small(TestStore test, int connections) => FeatureStore.Open($"{test.ConnectionString};Maximum Pool Size={connections};Timeout=30");
}
