using System.Globalization;

namespace Ematix.Tests.Loading;

/// <summary>Two at once: loads of one target queue, of different targets do not; starting up together is safe.</summary>
public sealed class CompetitionTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Loads_of_one_target_queue_and_the_later_one_sees_what_the_first_wrote()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await Profile.EnsureAsync(test.Store);
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            await using var store = FeatureStore.Open(test.ConnectionString);
            return await Profile.SyncAsync(store, Enumerable.Range(0, 200).Select(id => new Profile { Id = id, City = (id % 2 == 0 ? "same" : i.ToString(CultureInfo.InvariantCulture)) }));
        })));

        Assert.Equal(8, results.Select(result => result.LoadedAt).Distinct().Count());
        Assert.Equal(100 + (100 * 8), results.Sum(result => result.Inserted));
        Assert.Equal(200, await test.ScalarAsync<long>("SELECT count(*) FROM features.profile_v1 WHERE is_current"));
    }

    [Fact]
    public async Task A_load_whose_transaction_began_first_but_got_the_lock_last_does_not_stamp_the_past()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await Profile.SyncAsync(test.Store, [new Profile { Id = 1, City = "Oslo" }]);
        await using var gate = await Gate.CloseAsync(test);

        var waiting = Profile.SyncAsync(test.Store, [new Profile { Id = 1, City = "Rome" }]);
        await gate.WaitForQueueAsync(1);
        var opened = await test.ScalarAsync<DateTime>("SELECT clock_timestamp()");
        await gate.DisposeAsync();

        Assert.True((await waiting).LoadedAt > opened);
    }

    [Fact]
    public async Task A_load_that_waits_too_long_names_the_process_that_holds_the_lock()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await Profile.EnsureAsync(test.Store);
        await using var gate = await Gate.CloseAsync(test);

        var refused = await Assert.ThrowsAsync<LoadLockTimeoutException>(() => Profile.SyncAsync(
            test.Store, [new Profile { Id = 1 }], new() { LockTimeout = TimeSpan.FromMilliseconds(200) }));
        Assert.Equal(gate.ProcessId, refused.HolderProcessId);
        Assert.Contains(gate.ProcessId.ToString(CultureInfo.InvariantCulture), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loads_of_different_targets_do_not_wait_for_each_other()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>();
        await Profile.EnsureAsync(test.Store);
        await using var gate = await Gate.CloseAsync(test);

        var result = await UserSpend.SyncAsync(test.Store, [new UserSpend { UserId = 1, At = Times.At("2024-01-01") }], new() { LockTimeout = TimeSpan.FromSeconds(5) });
        Assert.Equal(1, result.Inserted);
    }

    [Fact]
    public async Task Eight_that_start_at_once_on_an_empty_database_create_everything_once()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            await using var store = FeatureStore.Open(test.ConnectionString);
            await Profile.EnsureAsync(store);
            await UserSpend.EnsureAsync(store);
            await SensorReading.EnsureAsync(store);
        })));

        Assert.Equal(3, await test.ScalarAsync<long>("SELECT count(*) FROM ematix_flow.feature_views"));
    }
}
