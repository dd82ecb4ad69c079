namespace Ematix.Oracle.Tests.Properties;

/// <summary>Stories of tables without history, always the same ones.</summary>
public sealed class RowStoryTests(PostgresFixture postgres)
{
    public static readonly TheoryData<string> Cases = Suite.Names(Suite.Rows);

    [Theory, MemberData(nameof(Cases))]
    public Task Product_and_oracle_agree(string cases) => Suite.Rows.CheckAsync(cases, postgres);
}
