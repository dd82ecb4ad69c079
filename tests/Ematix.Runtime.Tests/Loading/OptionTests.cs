namespace Ematix.Tests.Loading;

/// <summary>What this version can't do yet is refused by name; no option is silently left out.</summary>
public sealed class OptionTests(PostgresFixture postgres)
{
    public static TheoryData<string, SyncOptions<Profile>> Later => new()
    {
        { "OnDrift.Evolve", new() { OnDrift = OnDrift.Evolve } },
        { "OnDrift.Ignore", new() { OnDrift = OnDrift.Ignore } },
    };

    [Theory]
    [MemberData(nameof(Later), DisableDiscoveryEnumeration = true)]
    public async Task An_option_of_a_later_version_is_refused_by_name(string name, SyncOptions<Profile> options)
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var refused = await Assert.ThrowsAsync<NotSupportedException>(() => Profile.SyncAsync(test.Store, [new Profile { Id = 1 }], options));

        Assert.Contains($"SyncOptions.{name} ", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await test.ScalarAsync<long>("SELECT count(*) FROM pg_namespace WHERE nspname = 'features'"));
    }

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
    public async Task Without_ensuring_first_a_load_needs_what_is_there()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await Profile.EnsureAsync(test.Store);

        Assert.Equal(1, (await Profile.SyncAsync(test.Store, [new Profile { Id = 1 }], new() { EnsureFirst = false })).Inserted);
    }
}
