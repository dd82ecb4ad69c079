namespace Ematix.Generators.Tests;

/// <summary>A service that an analyzer refuses still has its shape, so that one mistake is one error.</summary>
public sealed class RefusedServiceTests
{
    private const string Views = """
        namespace Shop
        {
            [FeatureView] public partial class V { [EntityKey] public long Id { get; init; } public int? X { get; init; } }
            [FeatureView(Mode = SyncMode.Merge)] public partial class Merged { [EntityKey] public long Id { get; init; } public int? X { get; init; } }
            [FeatureView] public class NotPartial { [EntityKey] public long Id { get; init; } public int? X { get; init; } }
            [FeatureView] public partial class Keyless { public double X { get; init; } }
        }
        """;

    private const string Calls = """
        using Shop;

        public static class Caller
        {
            public static async Task Call(FeatureStore store, Spine spine, IAsyncEnumerable<A.SpineRow> rows)
            {
                _ = A.HistoricalFeaturesAsync(store, spine);
                _ = A.HistoricalFeaturesAsync(store, rows, new());
                await foreach (A row in A.HistoricalRowsAsync(store, [new A.SpineRow { Id = 1, AsOf = DateTimeOffset.UnixEpoch }]))
                    _ = row.V?.X;
            }
        }
        """;

    [Theory]
    [InlineData("EMX5006", "[FeatureService] public partial class A { public V? V { get; init; } public int Number { get; init; } }")]
    [InlineData("EMX5006", "[FeatureService] public partial class A { public V? V { get; init; } public Merged? M { get; init; } }")]
    [InlineData("EMX5006", "[FeatureService] public partial class A { public V? V { get; init; } [Join(\"a\", \"b\")] public V? W { get; init; } }")]
    [InlineData("EMX5006", "[FeatureService] public partial class A { public V V { get; init; } = new(); }")]
    [InlineData("EMX5006", "[FeatureService] public partial class A { public V? V { get; init; } [SpineColumn] public int? Id { get; init; } }")]
    [InlineData("EMX5006", "[FeatureService] public partial class A { public V? V { get; init; } [SpineColumn] public long[]? Tags { get; init; } }")]
    [InlineData("EMX5007", "[FeatureService] public partial class A { public V? V { get; init; } [Join(Prefix = \"\")] public V? W { get; init; } [Join(Prefix = \"\")] public V? X { get; init; } }")]
    [InlineData("EMX5007", "[FeatureService] public partial class A { public V? V { get; init; } [SpineColumn] public int? B { get; init; } [SpineColumn] public int? b { get; init; } }")]
    [InlineData("EMX0005", "[FeatureService] public partial class A { public V? V { get; init; } [Join(\"b\")] public V? W { get; } }")]
    [InlineData("EMX0007", "[FeatureService] public partial class A { public A(int x) { } public V? V { get; init; } }")]
    [InlineData("EMX0007", "[FeatureService] public partial class A { public V? V { get; init; } [NotAFeature] public required string Tag { get; init; } }")]
    [InlineData("EMX3002", "[FeatureService] public partial class A { public V? V { get; init; } [SpineColumn] public decimal? Fare { get; init; } }")]
    [InlineData("EMX0001", "[FeatureService] public partial class A { public V? V { get; init; } [Join(\"b\")] public NotPartial? W { get; init; } }")]
    [InlineData("EMX1001", "[FeatureService] public partial class A { public V? V { get; init; } public Keyless? W { get; init; } }")]
    public void Its_calls_compile(string rule, string service)
    {
        var run = Generated.FromCallers(Views, "using Shop;\n" + service, Calls);
        Assert.True(run.Files.ContainsKey("A.g.cs"), rule);
    }

    [Theory]
    [InlineData("SpineRow")]
    [InlineData("HistoricalFeaturesAsync")]
    [InlineData("HistoricalRowsAsync")]
    public void A_member_with_a_generated_name_stands_alone(string name)
    {
        var run = Generated.From(Views, $$"""[FeatureService] public partial class A { public Shop.V? V { get; init; } public static int {{name}} => 1; }""");
        Assert.Single(run.Output.GetTypeByMetadataName("A")!.GetMembers(name));
    }

    [Theory]
    [InlineData("SpineRow")]
    [InlineData("HistoricalFeaturesAsync")]
    public void A_type_with_a_generated_name_compiles(string name) =>
        Generated.From(Views, $$"""[FeatureService] public partial class {{name}} { public Shop.V? V { get; init; } }""");
}
