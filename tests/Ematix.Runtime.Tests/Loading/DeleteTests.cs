namespace Ematix.Tests.Loading;

/// <summary>Semantics §3 and §4: deletes, their guards, gaps, and keys that come back.</summary>
public sealed class DeleteTests(PostgresFixture postgres)
{
    private const string Versions = "SELECT id, city, is_current, _closed_by FROM features.profile_v1 ORDER BY id, valid_from";

    private static readonly SyncOptions<Profile> Soft = new() { HandleDeletes = HandleDeletes.Soft };

    [Fact]
    public async Task A_key_that_is_gone_is_closed_and_one_that_returns_keeps_its_gap()
    {
        await using var test = await StartAsync();
        await SyncAsync(test, Soft, 1, 2, 3);
        var gone = await SyncAsync(test, Soft, 1, 3);
        Assert.Equal((1, 0, 0), (gone.Deleted, gone.Inserted, gone.Closed));
        Assert.Null(await Profile.OnlineFeaturesAsync(test.Store, 2));

        var back = await SyncAsync(test, Soft, 1, 2, 3);
        Assert.Equal((0, 1), (back.Deleted, back.Inserted));
        Assert.Equal(["1|Oslo|True|-", "2|Oslo|False|delete", "2|Oslo|True|-", "3|Oslo|True|-"], await test.RowsAsync(Versions));
        var history = await Profile.HistoryAsync(test.Store, 2).ToArrayAsync();
        Assert.Equal((gone.LoadedAt, back.LoadedAt), (history[0].ValidTo, history[1].ValidFrom));
        Assert.Null(await Profile.PointInTimeAsync(test.Store, 2, gone.LoadedAt));
        Assert.NotNull(await Profile.PointInTimeAsync(test.Store, 2, gone.LoadedAt - Times.Microsecond));
        Assert.NotNull(await Profile.PointInTimeAsync(test.Store, 2, back.LoadedAt));
    }

    [Fact]
    public async Task Deleting_again_writes_nothing()
    {
        await using var test = await StartAsync();
        await SyncAsync(test, Soft, 1, 2, 3);
        await SyncAsync(test, Soft, 1, 2);
        var again = await SyncAsync(test, Soft, 1, 2);

        Assert.Equal((0, 0, 2), (again.Deleted, again.Inserted, again.Unchanged));
    }

    [Fact]
    public async Task An_empty_source_that_would_delete_something_is_refused_unless_allowed()
    {
        await using var test = await StartAsync();
        await SyncAsync(test, Soft);
        await SyncAsync(test, Soft, 1, 2);
        var refused = await Assert.ThrowsAsync<DeleteGuardException>(() => SyncAsync(test, Soft));

        Assert.Equal((2, 2), (refused.RowCount, refused.KeyCount));
        Assert.Contains("AllowEmptySource", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await SyncAsync(test, Soft with { AllowEmptySource = true })).Deleted);
    }

    [Fact]
    public async Task More_than_the_fraction_is_refused_exactly_the_fraction_is_not()
    {
        await using var test = await StartAsync();
        await SyncAsync(test, Soft, 1, 2, 3, 4);
        var refused = await Assert.ThrowsAsync<DeleteGuardException>(() => SyncAsync(test, Soft, 1, 9));
        Assert.Equal((3, 4), (refused.RowCount, refused.KeyCount));
        Assert.Contains("MaxDeleteFraction (0.5)", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await test.ScalarAsync<long>("SELECT count(*) FROM features.profile_v1 WHERE id = 9"));

        Assert.Equal(2, (await SyncAsync(test, Soft, 1, 2)).Deleted);
        Assert.Equal(1, (await SyncAsync(test, Soft with { MaxDeleteFraction = 0.5 }, 1)).Deleted);
        await SyncAsync(test, Soft, 1, 2, 3);
        Assert.Equal(2, (await SyncAsync(test, Soft with { MaxDeleteFraction = 1 }, 1)).Deleted);
    }

    [Fact]
    public async Task A_key_that_outlived_its_ttl_is_expired_not_deleted()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<ShortLived>();
        await ShortLived.SyncAsync(test.Store, [new ShortLived { Id = 1 }, new ShortLived { Id = 2 }]);
        await test.ExecuteAsync("SELECT pg_sleep(2.1)");
        var result = await ShortLived.SyncAsync(test.Store, [new ShortLived { Id = 1 }], new() { HandleDeletes = HandleDeletes.Soft });

        Assert.Equal((0, 1, 1), (result.Deleted, result.Renewed, result.Expired));
    }

    private async Task<TestStore> StartAsync() => (await TestStore.CreateAsync(postgres)).Audits<Profile>();

    private static Task<SyncResult> SyncAsync(TestStore test, SyncOptions<Profile> options, params int[] ids) =>
        Profile.SyncAsync(test.Store, ids.Select(id => new Profile { Id = id, City = "Oslo" }), options);
}
