namespace Ematix.Tests.Loading;

/// <summary>Semantics §3 and §6: a load's own time to live ends what its source lacks, and never what it confirms.</summary>
public sealed class LoadTtlTests(PostgresFixture postgres)
{
    private const string Versions = "SELECT id, _closed_by, is_current FROM features.short_lived_v1 ORDER BY id, valid_from";

    /// <summary>A query that the server proves to have one row a key, and one that it can't.</summary>
    public static readonly TheoryData<string> Queries = ["SELECT * FROM public.states", "SELECT * FROM public.states OFFSET 0"];

    [Theory, MemberData(nameof(Queries))]
    public async Task An_unchanged_version_is_renewed_past_half_the_loads_own_ttl_to_the_microsecond(string query)
    {
        await using var test = await StartAsync(query);
        SyncOptions<ShortLived> options = new() { Ttl = TimeSpan.FromTicks(10_010) };

        var young = await LoadAsync(test, query, microseconds: 500, options);
        var due = await LoadAsync(test, query, microseconds: 501, options);
        var old = await LoadAsync(test, query, microseconds: 1_999_999, options);
        Assert.Equal((2, 0, 0), (young.Unchanged, young.Renewed, young.Expired));
        Assert.Equal((2, 2, 2, 0), (due.Unchanged, due.Renewed, due.Inserted, due.Expired));
        Assert.Equal((2, 2, 2, 0), (old.Unchanged, old.Renewed, old.Inserted, old.Expired));
    }

    [Theory, MemberData(nameof(Queries))]
    public async Task The_same_source_again_writes_nothing_and_what_it_lacks_is_ended(string query)
    {
        await using var test = await StartAsync(query);
        SyncOptions<ShortLived> options = new() { Ttl = TimeSpan.FromMilliseconds(10) };
        await test.ExecuteAsync("DELETE FROM public.states WHERE id = 2");
        var first = await LoadAsync(test, query, microseconds: 100_000, options);
        var again = await ShortLived.SyncAsync(test.Store, Source.Sql(query), options);

        Assert.Equal((1, 1, 1), (first.Unchanged, first.Renewed, first.Expired));
        Assert.Equal((1, 0, 0, 0), (again.Unchanged, again.Renewed, again.Inserted, again.Expired));
        Assert.Equal(["1|renewal|False", "1|-|True", "2|ttl|False"], await test.RowsAsync(Versions));
    }

    [Theory, MemberData(nameof(Queries))]
    public async Task A_longer_ttl_than_the_views_renews_no_less(string query)
    {
        await using var test = await StartAsync(query);
        SyncOptions<ShortLived> options = new() { Ttl = TimeSpan.FromDays(1) };

        Assert.Equal(0, (await LoadAsync(test, query, microseconds: 1_000_000, options)).Renewed);
        Assert.Equal(2, (await LoadAsync(test, query, microseconds: 1_000_001, options)).Renewed);
    }

    [Fact]
    public async Task A_view_without_a_ttl_renews_by_the_loads_own()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        Profile[] rows = [new() { Id = 1, City = "Oslo" }, new() { Id = 2 }];
        await Profile.SyncAsync(test.Store, rows);
        await test.ExecuteAsync("UPDATE features.profile_v1 SET valid_from = valid_from - interval '8 days'");
        var load = await Profile.SyncAsync(test.Store, rows[..1], new() { Ttl = TimeSpan.FromDays(7) });

        Assert.Equal((1, 1, 1), (load.Unchanged, load.Renewed, load.Expired));
        Assert.Equal("Oslo", (await Profile.OnlineFeaturesAsync(test.Store, 1))!.City);
        Assert.Null(await Profile.OnlineFeaturesAsync(test.Store, 2));
    }

    [Fact]
    public async Task What_is_renewed_carries_what_is_alive_by_the_views_ttl()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Traits>();
        await Traits.SyncAsync(test.Store, [.. Enumerable.Range(1, 2).Select(id => new Traits { Id = id, Segment = "a", Score = id })]);
        await test.ExecuteAsync("UPDATE features.traits_v1 SET valid_from = valid_from - make_interval(days => CASE id WHEN 1 THEN 9 ELSE 11 END)");
        await Traits.SyncAsync(
            test.Store, [.. Enumerable.Range(1, 2).Select(id => new Traits { Id = id, Segment = "a" })], new() { FeatureSet = [Traits.Columns.Segment], Ttl = TimeSpan.FromDays(1) });

        Assert.Equal(["1|1|renewal", "1|1|-", "2|2|renewal", "2|-|-"], await test.RowsAsync("SELECT id, score, _closed_by FROM features.traits_v1 ORDER BY id, valid_from"));
    }

    private async Task<TestStore> StartAsync(string query)
    {
        var test = (await TestStore.CreateAsync(postgres)).Audits<ShortLived>();
        await test.ExecuteAsync("CREATE TABLE public.states (id int PRIMARY KEY, state text); INSERT INTO public.states VALUES (1, 'up'), (2, NULL)");
        await ShortLived.SyncAsync(test.Store, Source.Sql(query));
        await test.ExecuteAsync("UPDATE ematix_flow.feature_views SET last_synced_at = now() + interval '1 day'");
        return test;
    }

    /// <summary>Loads when the current versions are so old: the load takes the next microsecond after the last one, whose time is ahead of the clock.</summary>
    private static async Task<SyncResult> LoadAsync(TestStore test, string query, int microseconds, SyncOptions<ShortLived> options)
    {
        await test.ExecuteAsync($"""
            UPDATE features.short_lived_v1
            SET valid_from = valid_from - d.later, valid_to = valid_to - d.later
            FROM (
                SELECT max(t.valid_from) - max(c.last_synced_at) + interval '{microseconds - 1} microseconds' AS later
                FROM features.short_lived_v1 AS t CROSS JOIN ematix_flow.feature_views AS c
            ) AS d
            """);
        return await ShortLived.SyncAsync(test.Store, Source.Sql(query), options);
    }
}
