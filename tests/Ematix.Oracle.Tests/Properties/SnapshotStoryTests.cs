namespace Ematix.Oracle.Tests.Properties;

/// <summary>Stories of snapshot views, always the same ones.</summary>
public sealed class SnapshotStoryTests(PostgresFixture postgres)
{
    [Fact]
    public Task That_live_for_ever() => FixedCases.CheckAsync(postgres, new StoryProperty(Drivers.Profile), 30);

    [Fact]
    public Task That_are_renewed() => FixedCases.CheckAsync(postgres, new StoryProperty(Drivers.Stock), 40);

    [Fact]
    public Task That_are_renewed_after_half_a_microsecond() => FixedCases.CheckAsync(postgres, new StoryProperty(Drivers.Quote), 40);

    [Fact]
    public Task With_plans_without_hashes() => FixedCases.CheckAsync(postgres, new StoryProperty(Drivers.Quote), 20, Sessions.WithoutHashes);
}
