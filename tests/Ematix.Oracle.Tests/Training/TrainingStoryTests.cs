namespace Ematix.Oracle.Tests.Training;

/// <summary>Historical reads of random stories, always the same ones.</summary>
public sealed class TrainingStoryTests(PostgresFixture postgres)
{
    public static readonly TheoryData<string> Cases = Suite.Names(Suite.Training);

    [Theory, MemberData(nameof(Cases))]
    public Task Product_and_oracle_agree(string cases) => Suite.Training.CheckAsync(cases, postgres);
}
