namespace Ematix.Tests.Loading;

/// <summary>Semantics §3, snapshot views: a version starts when a load first sees it.</summary>
public sealed class SnapshotLoadTests(PostgresFixture postgres)
{
    private const string Versions = "SELECT id, city, active, is_current, _closed_by FROM features.profile_v1 ORDER BY id, valid_from";

    [Fact]
    public async Task A_changed_row_closes_the_current_version_and_starts_one_at_the_load_time()
    {
        await using var test = await StartAsync();
        var first = await SyncAsync(test, new Profile { Id = 1, City = "Oslo" }, new Profile { Id = 2, City = "Bonn" });
        var second = await SyncAsync(test, new Profile { Id = 1, City = "Rome" }, new Profile { Id = 2, City = "Bonn" });

        Assert.Equal((2, 0), (first.Inserted, first.Closed));
        Assert.Equal((1, 1, 1), (second.Inserted, second.Closed, second.Unchanged));
        Assert.Equal(["1|Oslo|False|False|next", "1|Rome|False|True|-", "2|Bonn|False|True|-"], await test.RowsAsync(Versions));
        var history = await Profile.HistoryAsync(test.Store, 1).ToArrayAsync();
        Assert.Equal(first.LoadedAt, history[0].ValidFrom);
        Assert.Equal(second.LoadedAt, history[0].ValidTo);
        Assert.Equal(second.LoadedAt, history[1].ValidFrom);
        Assert.Equal(second.BatchId, history[1].BatchId);
        Assert.True(second.LoadedAt > first.LoadedAt);
    }

    [Fact]
    public async Task The_same_source_again_writes_nothing()
    {
        await using var test = await StartAsync();
        Profile[] rows = [new() { Id = 1, City = null, Score = double.NaN }, new() { Id = 2, City = "", Score = double.PositiveInfinity }];
        await SyncAsync(test, rows);
        var before = await test.RowsAsync("SELECT xmin, ctid::text FROM features.profile_v1 ORDER BY ctid");
        var result = await SyncAsync(test, rows);

        Assert.Equal((2, 0, 0), (result.Unchanged, result.Inserted, result.Closed));
        Assert.Equal(before, await test.RowsAsync("SELECT xmin, ctid::text FROM features.profile_v1 ORDER BY ctid"));
    }

    [Fact]
    public async Task Identical_duplicates_collapse()
    {
        await using var test = await StartAsync();
        var result = await SyncAsync(test, new Profile { Id = 1, City = null }, new Profile { Id = 1, City = null });

        Assert.Equal((2, 1, 1), (result.RowsRead, result.Duplicates, result.Inserted));
    }

    [Fact]
    public async Task Differing_rows_of_one_key_refuse_the_load()
    {
        await using var test = await StartAsync();
        await SyncAsync(test, new Profile { Id = 1, City = "Oslo" });
        var refused = await Assert.ThrowsAsync<DuplicateKeyException>(() => SyncAsync(
            test, new Profile { Id = 1, City = "Rome" }, new Profile { Id = 1, City = null }, new Profile { Id = 3 }));

        Assert.Equal(1, refused.RowCount);
        Assert.Equal(["(id = 1)"], refused.SampleKeys);
        Assert.Equal(["1|Oslo|False|True|-"], await test.RowsAsync(Versions));
    }

    [Fact]
    public async Task A_key_that_the_source_no_longer_has_stays()
    {
        await using var test = await StartAsync();
        await SyncAsync(test, new Profile { Id = 1 }, new Profile { Id = 2 });
        var result = await SyncAsync(test, new Profile { Id = 2 });

        Assert.Equal((0, 0), (result.Inserted, result.Closed));
        Assert.NotNull(await Profile.OnlineFeaturesAsync(test.Store, 1));
    }

    [Fact]
    public async Task An_unchanged_row_is_renewed_past_half_its_ttl_without_a_gap_and_expires_once_it_is_gone()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<ShortLived>();
        ShortLived[] both = [new() { Id = 1, State = "up" }, new() { Id = 2, State = "up" }];
        await ShortLived.SyncAsync(test.Store, []);
        // A load that is not later than the last one takes its time and a microsecond: how long the test takes is of no account.
        await PassAsync("1 day");
        await ShortLived.SyncAsync(test.Store, both);
        var early = await ShortLived.SyncAsync(test.Store, both);
        await PassAsync("1.1 seconds");
        var renewed = await ShortLived.SyncAsync(test.Store, both[..1]);
        await PassAsync("1.1 seconds");
        var expired = await ShortLived.SyncAsync(test.Store, both[..1]);

        Assert.Equal((0, 0), (early.Inserted, early.Renewed));
        Assert.Equal((1, 1, 0), (renewed.Inserted, renewed.Renewed, renewed.Expired));
        Assert.Equal((1, 1, 1), (expired.Inserted, expired.Renewed, expired.Expired));
        var history = await ShortLived.HistoryAsync(test.Store, 1).ToArrayAsync();
        Assert.Equal(["renewal", "renewal", null], history.Select(version => version.ClosedBy));
        Assert.Equal(history[0].ValidTo, history[1].ValidFrom);
        Assert.Equal("ttl", (await ShortLived.HistoryAsync(test.Store, 2).ToArrayAsync())[^1].ClosedBy);
        Assert.NotNull(await ShortLived.OnlineFeaturesAsync(test.Store, 1));
        Assert.Null(await ShortLived.OnlineFeaturesAsync(test.Store, 2));

        Task PassAsync(string time) => test.ExecuteAsync($"UPDATE ematix_flow.feature_views SET last_synced_at = last_synced_at + interval '{time}'");
    }

    [Fact]
    public async Task When_the_clock_went_back_the_load_takes_the_last_time_plus_a_microsecond_and_says_so()
    {
        await using var test = await StartAsync();
        await SyncAsync(test, new Profile { Id = 1, City = "Oslo" });
        await test.ExecuteAsync("UPDATE ematix_flow.feature_views SET last_synced_at = last_synced_at + interval '1 hour'");
        var last = await test.ScalarAsync<DateTime>("SELECT last_synced_at FROM ematix_flow.feature_views");
        var result = await SyncAsync(test, new Profile { Id = 1, City = "Rome" });

        Assert.True(result.ClockAdjusted);
        Assert.Equal(new DateTimeOffset(last) + Times.Microsecond, result.LoadedAt);
        Assert.Equal("Rome", (await Profile.OnlineFeaturesAsync(test.Store, 1))!.City);
    }

    private async Task<TestStore> StartAsync() => (await TestStore.CreateAsync(postgres)).Audits<Profile>();

    private static Task<SyncResult> SyncAsync(TestStore test, params Profile[] rows) => Profile.SyncAsync(test.Store, rows);
}
