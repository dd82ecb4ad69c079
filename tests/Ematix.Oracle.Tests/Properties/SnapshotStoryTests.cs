namespace Ematix.Oracle.Tests.Properties;

/// <summary>Stories of snapshot views, always the same ones.</summary>
public sealed class SnapshotStoryTests(PostgresFixture postgres)
{
    public static readonly TheoryData<string> Cases = Suite.Names(Suite.Snapshots);

    [Theory, MemberData(nameof(Cases))]
    public Task Product_and_oracle_agree(string cases) => Suite.Snapshots.CheckAsync(cases, postgres);
}
