namespace Ematix.Oracle.Tests.Properties;

/// <summary>Stories of views that evolve between loads, always the same ones.</summary>
public sealed class EvolvingStoryTests(PostgresFixture postgres)
{
    public static readonly TheoryData<string> Cases = Suite.Names(Suite.Evolving);

    [Theory, MemberData(nameof(Cases))]
    public Task Product_and_oracle_agree(string cases) => Suite.Evolving.CheckAsync(cases, postgres);
}
