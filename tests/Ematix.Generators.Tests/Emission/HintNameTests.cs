using Ematix.Testing;

namespace Ematix.Generators.Tests;

/// <summary>Every view has files of its own, whatever else has its name.</summary>
public sealed class HintNameTests
{
    private const string Body = "{ [EntityKey] public long Id { get; init; } public long? Value { get; init; } }";

    [Fact]
    public void A_file_is_named_after_its_type() => Assert.Equal(
        ["FeatureViews.g.cs", "Shop.UserFeatures.Row.g.cs", "Shop.UserFeatures.Sql.g.cs", "Shop.UserFeatures.g.cs"],
        Names(Generated.From(Sources.UserFeatures)));

    [Fact]
    public void Nested_global_and_equal_names_stay_apart()
    {
        var run = Generated.From(
            $"[FeatureView] public partial class View {Body}",
            $"namespace A {{ [FeatureView] public partial class View {Body} }}",
            $"namespace B {{ [FeatureView] public partial class View {Body} }}",
            $"namespace A {{ public partial class Outer {{ [FeatureView] public partial class View {Body} }} }}",
            $"namespace A.Outer2 {{ [FeatureView] public partial class View {Body} }}");

        Assert.Equal((5 * 3) + 1, run.Files.Count);
        Assert.Contains("A.Outer+View.g.cs", run.Files.Keys);
        Assert.Contains("View.g.cs", run.Files.Keys);
    }

    [Fact]
    public void Names_that_differ_by_case_only_stay_apart_and_others_keep_theirs()
    {
        var run = Generated.From(
            $"namespace Shop; [FeatureView] public partial class View {Body}",
            $"namespace Shop; [FeatureView] public partial class VIEW {Body}",
            $"namespace Shop; [FeatureView] public partial class Other {Body}");

        Assert.Equal((3 * 3) + 1, run.Files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Contains("Shop.Other.g.cs", run.Files.Keys);
        Assert.DoesNotContain("Shop.View.g.cs", run.Files.Keys);
    }

    [Fact]
    public void A_file_of_one_view_never_meets_another_file_of_another()
    {
        var run = Generated.From(
            $"[FeatureView] public partial class shop {Body}".Replace("shop", "SHOP"),
            $"namespace Shop; [FeatureView] public partial class Row {Body}",
            $"namespace Other; [FeatureView] public partial class FeatureViews {Body}",
            $"[FeatureView] public partial class FEATUREVIEWS {Body}");

        Assert.Equal((4 * 3) + 1, run.Files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void A_twin_that_comes_renames_no_one_else()
    {
        var before = Generated.From(Sources.UserFeatures, Sources.Merchant);
        var after = before.Again(before.Input.AddSyntaxTrees(UserProject.Parse($"namespace Shop; [FeatureView] public partial class MERCHANT {Body}", "Twin.cs")));

        Assert.Equal(before.Files["Shop.UserFeatures.g.cs"], after.Files["Shop.UserFeatures.g.cs"]);
        Assert.DoesNotContain("Shop.Merchant.g.cs", after.Files.Keys);
        Generated.AssertCompiles(after.Output);
    }

    private static IEnumerable<string> Names(GeneratorRun run) => run.Files.Keys.Order(StringComparer.Ordinal);
}
