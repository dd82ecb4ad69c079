using Ematix.Generators.Registry;
using Ematix.Testing;

namespace Ematix.Generators.Tests;

public sealed class RegistryTests
{
    [Theory]
    [InlineData("Shop", "Shop")]
    [InlineData("my-app.2nd", "my_app._2nd")]
    [InlineData("A..B.", "A.B")]
    [InlineData("My App", "My_App")]
    [InlineData("", "")]
    [InlineData("...", "")]
    public void A_root_namespace_becomes_identifiers(string given, string expected) => Assert.Equal(expected, RootNamespace.Sanitize(given));

    [Theory]
    [InlineData("class.event")]
    [InlineData("Größe.变量")]
    [InlineData("1-2")]
    [InlineData("Shop")]
    [InlineData("")]
    public void It_compiles_in_every_root_namespace(string rootNamespace) =>
        Generated.From(UserProject.Of(Sources.UserFeatures), rootNamespace);

    [Fact]
    public void It_lists_the_views_in_ordinal_order()
    {
        var text = Generated.From(
            "namespace b; [FeatureView] public partial class A { [EntityKey] public long Id { get; init; } }",
            Sources.UserFeatures,
            Sources.Merchant).Files["FeatureViews.g.cs"];

        string[] entries = [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("global::Ematix.FeatureViewEntry.Of", StringComparison.Ordinal))];
        Assert.Equal(
            ["Shop.Merchant", "Shop.UserFeatures", "b.A"],
            entries.Select(entry => entry.Replace("global::Ematix.FeatureViewEntry.Of<global::", "").Replace(">(),", "")));
    }
}
