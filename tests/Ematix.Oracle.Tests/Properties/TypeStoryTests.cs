namespace Ematix.Oracle.Tests.Properties;

/// <summary>Stories of views over the whole type map, always the same ones.</summary>
public sealed class TypeStoryTests(PostgresFixture postgres)
{
    public static readonly TheoryData<string> Cases = Suite.Names(Suite.Types);

    [Theory, MemberData(nameof(Cases))]
    public Task Product_and_oracle_agree(string cases) => Suite.Types.CheckAsync(cases, postgres);
}
