namespace Ematix.Oracle.Tests.Properties;

/// <summary>What must hold between two stories, without asking the oracle.</summary>
public sealed class RelationTests(PostgresFixture postgres)
{
    public static readonly TheoryData<string> Cases = Suite.Names(Suite.Relations);

    [Theory, MemberData(nameof(Cases))]
    public Task They_say_the_same(string cases) => Suite.Relations.CheckAsync(cases, postgres);
}
