namespace Ematix.Oracle.Tests.Properties;

/// <summary>Stories of a view with a column of every type, always the same ones.</summary>
public sealed class TypeStoryTests(PostgresFixture postgres)
{
    [Fact]
    public Task Of_every_type() => FixedCases.CheckAsync(postgres, new StoryProperty(Drivers.Everything), 30);

    [Fact]
    public Task In_foreign_sessions() => FixedCases.CheckAsync(postgres, new StoryProperty(Drivers.Everything), 10, Sessions.Foreign);
}
