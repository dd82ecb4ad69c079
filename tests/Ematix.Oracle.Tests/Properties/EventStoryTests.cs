namespace Ematix.Oracle.Tests.Properties;

/// <summary>Stories of event-time views, always the same ones.</summary>
public sealed class EventStoryTests(PostgresFixture postgres)
{
    public static readonly TheoryData<string> Cases = Suite.Names(Suite.Events);

    [Theory, MemberData(nameof(Cases))]
    public Task Product_and_oracle_agree(string cases) => Suite.Events.CheckAsync(cases, postgres);
}
