namespace Ematix.Oracle.Tests.Properties;

/// <summary>Stories of event-time views, always the same ones.</summary>
public sealed class EventStoryTests(PostgresFixture postgres)
{
    [Fact]
    public Task With_a_time_to_live() => FixedCases.CheckAsync(postgres, new StoryProperty(Drivers.Spend), 40);

    [Fact]
    public Task Of_composite_text_keys() => FixedCases.CheckAsync(postgres, new StoryProperty(Drivers.Reading), 40);

    [Fact]
    public Task In_foreign_sessions() => FixedCases.CheckAsync(postgres, new StoryProperty(Drivers.Spend), 20, Sessions.Foreign);

    [Fact]
    public Task With_plans_without_loops() => FixedCases.CheckAsync(postgres, new StoryProperty(Drivers.Spend), 20, Sessions.WithoutLoops);

    [Fact]
    public Task With_plans_without_indexes() => FixedCases.CheckAsync(postgres, new StoryProperty(Drivers.Reading), 20, Sessions.WithoutIndexes);

    [Fact]
    public Task Of_composite_numeric_keys_and_no_features() => FixedCases.CheckAsync(postgres, new StoryProperty(Drivers.Cell), 30);
}
