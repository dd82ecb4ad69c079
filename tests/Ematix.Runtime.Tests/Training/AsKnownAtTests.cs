using static Ematix.Tests.Spend;
using static Ematix.Tests.Times;

namespace Ematix.Tests.Training;

/// <summary>Semantics §7: a training set as it was known at an instant, again and again the same.</summary>
public sealed class AsKnownAtTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Only_what_had_been_loaded_by_then_counts()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>();
        var first = await LoadAsync(test, 1, Start);
        var later = await LoadAsync(test, 2, Start.AddDays(1));
        var asOf = Start.AddDays(5);

        Assert.Equal([1], await KnownAsync(test, first.LoadedAt, asOf));
        Assert.Equal([1], await KnownAsync(test, later.LoadedAt - Microsecond, asOf));
        Assert.Equal([2], await KnownAsync(test, later.LoadedAt, asOf));
        Assert.Equal([null], await KnownAsync(test, first.LoadedAt - Microsecond, asOf));
    }

    [Fact]
    public async Task A_version_that_was_replaced_later_is_what_was_known_before()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>();
        var first = await LoadAsync(test, 1, Start);
        var second = await LoadAsync(test, 2, Start);
        await LoadAsync(test, 3, Start);

        Assert.Equal([1], await KnownAsync(test, first.LoadedAt, Start));
        Assert.Equal([2], await KnownAsync(test, second.LoadedAt, Start));
        Assert.Equal([3], await KnownAsync(test, DateTimeOffset.MaxValue, Start));
    }

    [Fact]
    public async Task A_late_event_was_not_known_before_it_was_loaded()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>();
        await LoadAsync(test, 1, Start);
        var second = await LoadAsync(test, 3, Start.AddDays(2));
        await UserSpend.SyncAsync(test.Store, [new UserSpend { UserId = 7, Purchases = 2, At = Start.AddDays(1) }], new() { LateArrivals = LateArrivals.Insert });

        Assert.Equal([1, 3], await KnownAsync(test, second.LoadedAt, Start.AddDays(1), Start.AddDays(2)));
        Assert.Equal([2, 3], await KnownAsync(test, DateTimeOffset.MaxValue, Start.AddDays(1), Start.AddDays(2)));
    }

    [Fact]
    public async Task A_ttl_is_counted_from_the_newest_start_and_ends_of_housekeeping_are_not()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>();
        var load = await LoadAsync(test, 1, Start);

        Assert.Equal([1, null], await KnownAsync(test, load.LoadedAt, Start + Ttl, Start + Ttl + Microsecond));
    }

    [Fact]
    public async Task A_delete_ends_a_key_from_when_it_was_known()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        Profile other = new() { Id = 2, City = "Oslo" };
        var first = await Profile.SyncAsync(test.Store, [new Profile { Id = 1, City = "Rome" }, other]);
        var gone = await Profile.SyncAsync(test.Store, [other], new() { HandleDeletes = HandleDeletes.Soft });
        var back = await Profile.SyncAsync(test.Store, [new Profile { Id = 1, City = "Bern" }, other]);
        SpineRow<int>[] spine = [new(1, gone.LoadedAt - Microsecond), new(1, gone.LoadedAt), new(1, back.LoadedAt), new(2, back.LoadedAt)];

        Assert.Equal(["Rome", "Rome", "Rome", "Oslo"], await CitiesAsync(test, spine, first.LoadedAt));
        Assert.Equal(["Rome", "Rome", "Rome", "Oslo"], await CitiesAsync(test, spine, gone.LoadedAt - Microsecond));
        Assert.Equal(["Rome", null, null, "Oslo"], await CitiesAsync(test, spine, gone.LoadedAt));
        Assert.Equal(["Rome", null, "Bern", "Oslo"], await CitiesAsync(test, spine, back.LoadedAt));
    }

    [Fact]
    public async Task A_later_instant_is_lowered_to_the_last_load_and_then_gives_the_same_for_ever()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>();
        var load = await LoadAsync(test, 1, Start);
        var features = UserSpend.HistoricalFeaturesAsync(test.Store, [new SpineRow<long>(7, Start.AddDays(9))], new() { AsKnownAt = DateTimeOffset.MaxValue });
        Assert.Null(features.AsKnownAt);
        var rows = await Batches.RowsAsync(features);
        Assert.Equal(load.LoadedAt, features.AsKnownAt);

        await LoadAsync(test, 2, Start.AddDays(3));
        await UserSpend.SyncAsync(test.Store, [new UserSpend { UserId = 7, Purchases = 99, At = Start }], new() { LateArrivals = LateArrivals.Insert });
        Assert.Equal(rows, await Batches.RowsAsync(UserSpend.HistoricalFeaturesAsync(test.Store, [new SpineRow<long>(7, Start.AddDays(9))], new() { AsKnownAt = features.AsKnownAt })));
    }

    [Fact]
    public async Task Each_view_of_a_set_is_lowered_to_its_own_last_load()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>().Audits<Profile>();
        var spend = await LoadAsync(test, 1, Start);
        var profile = await Profile.SyncAsync(test.Store, [new Profile { Id = 7, City = "Rome" }]);
        var set = TrainingSet.For<UserSpend, Profile>();
        var spine = Spine.Sql("SELECT 7 AS user_id, 7 AS id, now() + interval '1 h' AS t", "t");
        await using var reader = await set.HistoricalFeaturesAsync(test.Store, spine, new() { AsKnownAt = DateTimeOffset.MaxValue, Ttl = null }).OpenAsync();

        Assert.Equal([spend.LoadedAt, profile.LoadedAt], reader.Manifest.Views.Select(view => view.AsKnownAt!.Value));
        Assert.Equal(profile.LoadedAt, reader.AsKnownAt);
        using var batch = await reader.ReadNextRecordBatchAsync();
        Assert.Equal("Rome", ((Apache.Arrow.StringArray)batch!.Column("city")).GetString(0));
    }

    [Fact]
    public async Task A_load_in_flight_is_waited_for_and_not_for_ever()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await Profile.SyncAsync(test.Store, [new Profile { Id = 1, City = "Rome" }]);
        SpineRow<int>[] spine = [new(1, DateTimeOffset.MaxValue)];
        Task<List<string?>> waiting;
        await using (var gate = await Gate.CloseAsync(test))
        {
            var late = await Assert.ThrowsAsync<LoadLockTimeoutException>(() => CitiesAsync(test, spine, DateTimeOffset.MaxValue, TimeSpan.FromMilliseconds(50)));
            Assert.Equal(gate.ProcessId, late.HolderProcessId);
            Assert.Contains("WaitTimeout", late.Message, StringComparison.Ordinal);
            waiting = CitiesAsync(test, spine, DateTimeOffset.MaxValue);
            await gate.WaitForQueueAsync(1);
            Assert.False(waiting.IsCompleted);
        }

        Assert.Equal(["Rome"], await waiting);
    }

    [Fact]
    public async Task Who_holds_the_lock_is_told_where_the_pool_has_one_connection()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await Profile.SyncAsync(test.Store, [new Profile { Id = 1, City = "Rome" }]);
        await using var store = FeatureStore.Open(test.ConnectionString + ";Maximum Pool Size=1;Timeout=5");
        await using var gate = await Gate.CloseAsync(test);
        var features = Profile.HistoricalFeaturesAsync(store, [new SpineRow<int>(1, DateTimeOffset.MaxValue)], new() { AsKnownAt = DateTimeOffset.MaxValue, WaitTimeout = TimeSpan.FromMilliseconds(50) });

        Assert.Equal(gate.ProcessId, (await Assert.ThrowsAsync<LoadLockTimeoutException>(() => features.OpenAsync())).HolderProcessId);
    }

    /// <summary>Between its wait for loads and its snapshot the read waits for a connection: one load begins and stays open, and a later one ends.</summary>
    [Fact]
    public async Task Loads_that_begin_after_the_wait_do_not_count()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>().Audits<Profile>();
        var spend = await LoadAsync(test, 1, Start);
        var profile = await Profile.SyncAsync(test.Store, [new Profile { Id = 7, City = "Rome" }]);
        await test.ExecuteAsync("""
            CREATE FUNCTION public.wait_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock(4242); RETURN NEW; END $$;
            CREATE TRIGGER wait_here BEFORE INSERT ON features.profile_v1 FOR EACH ROW EXECUTE FUNCTION public.wait_here();
            """);
        await using var store = FeatureStore.Open(test.ConnectionString + ";Maximum Pool Size=1;Timeout=60");
        var spine = Spine.Sql("SELECT 7 AS user_id, 7 AS id, timestamptz '2024-03-05Z' AS t", "t");
        var features = TrainingSet.For<UserSpend, Profile>().HistoricalFeaturesAsync(store, spine, new() { AsKnownAt = DateTimeOffset.MaxValue });
        var first = await store.DataSource.OpenConnectionAsync();
        var opening = features.OpenAsync();
        var second = store.DataSource.OpenConnectionAsync();
        await first.DisposeAsync();
        Task<SyncResult> slow;
        await using (var taken = await second)
        await using (var hold = new Npgsql.NpgsqlConnection(test.ConnectionString + ";Pooling=false"))
        {
            await hold.OpenAsync();
            await using (var close = new Npgsql.NpgsqlCommand("SELECT pg_advisory_lock(4242)", hold))
                await close.ExecuteNonQueryAsync();
            slow = Profile.SyncAsync(test.Store, [new Profile { Id = 7, City = "Bern" }]);
            while (await test.ScalarAsync<long>("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") == 0)
                await Task.Delay(5);
            await LoadAsync(test, 2, Start.AddDays(1));
            Assert.False(opening.IsCompleted);
        }

        await using var reader = await opening;
        Assert.Equal([spend.LoadedAt, profile.LoadedAt], reader.Manifest.Views.Select(view => view.AsKnownAt!.Value));
        await slow;
    }

    [Fact]
    public async Task Readers_do_not_wait_for_each_other_nor_for_loads_without_it()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await Profile.SyncAsync(test.Store, [new Profile { Id = 1, City = "Rome" }]);
        await using var gate = await Gate.CloseAsync(test);

        List<string?> cities = [];
        await foreach (var row in Profile.HistoricalRowsAsync(test.Store, [new SpineRow<int>(1, DateTimeOffset.MaxValue)]))
            cities.Add(row?.City);
        Assert.Equal(["Rome"], cities);
    }

    private static Task<SyncResult> LoadAsync(TestStore test, long purchases, DateTimeOffset at) =>
        UserSpend.SyncAsync(test.Store, [new UserSpend { UserId = 7, Purchases = purchases, At = at }]);

    private static Task<long?[]> KnownAsync(TestStore test, DateTimeOffset knownAt, params DateTimeOffset[] asOfs) =>
        PurchasesAsync(test, asOfs.Select(asOf => new SpineRow<long>(7, asOf)), new() { AsKnownAt = knownAt });

    private static async Task<List<string?>> CitiesAsync(TestStore test, SpineRow<int>[] spine, DateTimeOffset knownAt, TimeSpan? wait = null)
    {
        List<string?> cities = [];
        await foreach (var row in Profile.HistoricalRowsAsync(test.Store, spine, new() { AsKnownAt = knownAt, WaitTimeout = wait ?? TimeSpan.FromMinutes(1) }))
            cities.Add(row?.City);
        return cities;
    }
}
