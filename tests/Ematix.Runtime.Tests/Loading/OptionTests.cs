namespace Ematix.Tests.Loading;

/// <summary>Options that the compiler could not judge are judged by the run, before it loads anything.</summary>
public sealed class OptionTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Options_that_only_the_run_knows_break_the_same_rule_by_the_same_id()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        FeatureColumn<LatestOnly>[] columns = [LatestOnly.Columns.City];
        var options = new SyncOptions<LatestOnly> { UpdateColumns = columns };
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => LatestOnly.SyncAsync(test.Store, [], Both(options)));

        Assert.Equal("EMX2004", refused.RuleId);

        static SyncOptions<LatestOnly> Both(SyncOptions<LatestOnly> options) => options with { FeatureSet = options.UpdateColumns };
    }

    [Fact]
    public async Task Without_ensuring_first_a_view_that_the_catalog_lacks_is_refused()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await Profile.EnsureAsync(test.Store);
        await test.ExecuteAsync("DELETE FROM ematix_flow.feature_views");
        var refused = await Assert.ThrowsAsync<NotRegisteredException>(() => Profile.SyncAsync(test.Store, [new Profile { Id = 1 }], new() { EnsureFirst = false }));

        Assert.Equal("features.profile.v1", refused.CatalogName);
        Assert.Equal(0, await test.ScalarAsync<long>("SELECT count(*) FROM features.profile_v1"));
    }

    [Fact]
    public async Task Without_ensuring_first_a_load_needs_what_is_there()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await Profile.EnsureAsync(test.Store);

        Assert.Equal(1, (await Profile.SyncAsync(test.Store, [new Profile { Id = 1 }], new() { EnsureFirst = false })).Inserted);
    }
}
