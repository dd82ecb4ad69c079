namespace Ematix.Oracle.Tests.Properties;

/// <summary>Stories of random views, always the same ones.</summary>
public sealed class GeneratedViewTests(PostgresFixture postgres)
{
    [Fact]
    public Task Of_every_shape() => FixedCases.CheckAsync(postgres, new GeneratedProperty(), 20);
}
