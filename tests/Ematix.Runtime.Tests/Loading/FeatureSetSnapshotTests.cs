namespace Ematix.Tests.Loading;

/// <summary>Semantics §3, feature sets of snapshot views: what the source does not provide is carried from the current version, if it is alive at the load.</summary>
public sealed class FeatureSetSnapshotTests(PostgresFixture postgres)
{
    private const string Rows = "SELECT id, segment, score, _closed_by FROM features.traits_v1 ORDER BY id, valid_from";

    private static readonly SyncOptions<Traits> Segments = new() { FeatureSet = [Traits.Columns.Segment] };
    private static readonly SyncOptions<Traits> Scores = new() { FeatureSet = [Traits.Columns.Score] };

    [Fact]
    public async Task Each_source_writes_its_columns_and_carries_the_others()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Traits>();
        await Traits.SyncAsync(test.Store, [new Traits { Id = 1, Segment = "a", Score = 99 }, new Traits { Id = 2, Segment = "b" }], Segments);
        var scores = await Traits.SyncAsync(test.Store, [new Traits { Id = 1, Score = 1 }, new Traits { Id = 3, Score = 3 }], Scores);

        Assert.Equal((2, 1), (scores.Inserted, scores.Closed));
        Assert.Equal(["1|a|-|next", "1|a|1|-", "2|b|-|-", "3|-|3|-"], await test.RowsAsync(Rows));
    }

    [Fact]
    public async Task The_same_source_changes_nothing_and_rows_that_differ_outside_of_the_set_are_one()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Traits>();
        Traits[] rows = [new() { Id = 1, Segment = "a", Score = 1 }, new() { Id = 1, Segment = "a", Score = 2 }];
        await Traits.SyncAsync(test.Store, rows, Segments);
        var again = await Traits.SyncAsync(test.Store, rows, Segments);

        Assert.Equal((1, 1, 0), (again.Duplicates, again.Unchanged, again.Inserted));
        Assert.Equal(["1|a|-|-"], await test.RowsAsync(Rows));
    }

    [Fact]
    public async Task A_renewal_carries_what_is_alive_and_what_is_dead_is_not_carried()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Traits>();
        await Traits.SyncAsync(test.Store, [.. Enumerable.Range(1, 3).Select(id => new Traits { Id = id, Segment = "a", Score = id })]);
        await test.ExecuteAsync("UPDATE features.traits_v1 SET valid_from = valid_from - make_interval(days => CASE id WHEN 1 THEN 4 WHEN 2 THEN 6 ELSE 11 END)");
        var load = await Traits.SyncAsync(test.Store, [.. Enumerable.Range(1, 3).Select(id => new Traits { Id = id, Segment = "a" })], Segments);

        Assert.Equal((2, 3), (load.Renewed, load.Unchanged));
        Assert.Equal(["1|a|1|-", "2|a|2|renewal", "2|a|2|-", "3|a|3|renewal", "3|a|-|-"], await test.RowsAsync(Rows));
    }

    [Fact]
    public async Task A_key_that_was_deleted_comes_back_without_what_it_had()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Traits>();
        await Traits.SyncAsync(test.Store, [new Traits { Id = 1, Segment = "a", Score = 1 }, new Traits { Id = 2 }]);
        await Traits.SyncAsync(test.Store, [new Traits { Id = 2 }], new() { HandleDeletes = HandleDeletes.Soft });
        await Traits.SyncAsync(test.Store, [new Traits { Id = 1, Segment = "b" }], Segments);

        Assert.Equal(["1|a|1|delete", "1|b|-|-", "2|-|-|-"], await test.RowsAsync(Rows));
    }

    [Fact]
    public async Task A_query_provides_the_sets_columns_exactly()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Traits>();
        await Traits.SyncAsync(test.Store, Source.Sql("SELECT 1 AS id, 'a' AS segment"), Segments);
        Assert.Equal(["1|a|-|-"], await test.RowsAsync(Rows));

        Assert.Equal(
            ["column \"score\" is not in the FeatureSet of this load: add it there, or take it out of the query", "the view has no column \"other\" (integer)"],
            (await RefusedAsync("SELECT 1 AS id, 'b' AS segment, 1 AS score, 2 AS other")).Differences);
        Assert.Equal(["the source lacks column \"segment\" (text)"], (await RefusedAsync("SELECT 1 AS id")).Differences);
        Assert.Equal(["1|a|-|-"], await test.RowsAsync(Rows));

        Task<SourceSchemaException> RefusedAsync(string query) => Assert.ThrowsAsync<SourceSchemaException>(() => Traits.SyncAsync(test.Store, Source.Sql(query), Segments));
    }

    [Fact]
    public async Task A_column_that_can_not_be_null_must_be_in_the_set_and_a_set_must_name_one()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        FeatureColumn<Profile>[] city = [Profile.Columns.City];

        Assert.Equal("EMX2012", (await Assert.ThrowsAsync<RuleViolationException>(() => Profile.SyncAsync(test.Store, [], new SyncOptions<Profile>() with { FeatureSet = city }))).RuleId);
        await Assert.ThrowsAsync<ArgumentException>(() => Traits.SyncAsync(test.Store, [], new() { FeatureSet = [] }));
    }
}
