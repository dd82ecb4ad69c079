using Ematix.Testing;
using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace Ematix.Generators.Tests;

/// <summary>What an edit writes again. Each test that finds nothing new has one beside it that must find something.</summary>
public sealed class CachingTests
{
    private const string Elsewhere = "namespace Shop; internal static class Elsewhere { public static int Count => 1; }";

    private static readonly GeneratorRun Before = Generated.From(Sources.UserFeatures, Sources.Merchant, Elsewhere);

    [Fact]
    public void An_edit_elsewhere_writes_nothing() =>
        After("Source2.cs", Elsewhere.Replace("=> 1", "=> 2")).AssertNothingIsNew();

    [Fact]
    public void A_new_file_without_views_writes_nothing() =>
        Before.Again(Before.Input.AddSyntaxTrees(UserProject.Parse("namespace Shop; public class Other;", "Other.cs"))).AssertNothingIsNew();

    [Fact]
    public void An_edit_above_a_view_writes_nothing() =>
        After("Source0.cs", Sources.UserFeatures.Replace("[FeatureView", "// One more line.\n\npublic class Before;\n\n[FeatureView")).AssertNothingIsNew();

    [Fact]
    public void An_edit_of_a_method_of_a_view_writes_nothing_new_once_it_is_there()
    {
        var with = After("Source0.cs", WithMethod("1"));
        with.Again(with.Input.WithFile("Source0.cs", WithMethod("2"))).AssertNothingIsNew();
    }

    [Fact]
    public void A_column_of_one_view_writes_that_view_and_no_other()
    {
        var after = After("Source0.cs", Sources.UserFeatures.Replace("long? TotalPurchases", "int? TotalPurchases"));

        Assert.Equal([Modified, Cached, Cached], after.Emissions.Order());
        Assert.Equal(["Shop.UserFeatures.Row.g.cs", "Shop.UserFeatures.Sql.g.cs", "Shop.UserFeatures.g.cs"], Changed(after));
    }

    [Fact]
    public void An_argument_of_one_view_writes_that_view_and_no_other()
    {
        var after = After("Source1.cs", Sources.Merchant.Replace("[FeatureView]", "[FeatureView(Owner = \"us\")]"));

        Assert.Equal([Modified, Cached, Cached], after.Emissions.Order());
        Assert.Equal(["Shop.Merchant.Row.g.cs"], Changed(after));
    }

    [Fact]
    public void A_base_type_in_another_file_writes_the_view_that_it_changes()
    {
        var before = Generated.From(
            "[FeatureView] public partial class View { [EntityKey] public long Id { get; init; } public Mood Mood { get; init; } }",
            "public enum Mood { Good, Bad }");
        var after = before.Again(before.Input.WithFile("Source1.cs", "public enum Mood { Good, Bad, Mixed }"));

        Assert.Equal([Modified, Cached], after.Emissions.Order());
        Assert.Contains("\"Mixed\"", after.Files["View.Row.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_view_writes_itself_and_the_registry()
    {
        var after = Before.Again(Before.Input.AddSyntaxTrees(UserProject.Parse(
            "namespace Shop; [FeatureView] public partial class Third { [EntityKey] public long Id { get; init; } }", "Third.cs")));

        Assert.Equal([New, Modified, Cached, Cached], after.Emissions.Order());
        Assert.Equal(["FeatureViews.g.cs", "Shop.Third.Row.g.cs", "Shop.Third.Sql.g.cs", "Shop.Third.g.cs"], Changed(after));
    }

    [Fact]
    public void A_view_that_goes_takes_its_files_along()
    {
        var after = Before.Again(Before.Input.RemoveSyntaxTrees(Before.Input.SyntaxTrees.Single(tree => tree.FilePath == "Source1.cs")));

        Assert.Equal(["FeatureViews.g.cs", "Shop.UserFeatures.Row.g.cs", "Shop.UserFeatures.Sql.g.cs", "Shop.UserFeatures.g.cs"], after.Files.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Merchant", after.Files["FeatureViews.g.cs"], StringComparison.Ordinal);
    }

    private static string WithMethod(string body) =>
        Sources.UserFeatures.Replace("[EntityKey]", $"public static int Answer() => {body};\n[EntityKey]");

    private static GeneratorRun After(string path, string source) => Before.Again(Before.Input.WithFile(path, source));

    private static IEnumerable<string> Changed(GeneratorRun after) => after.Files
        .Where(file => !Before.Files.TryGetValue(file.Key, out var text) || text != file.Value)
        .Select(file => file.Key)
        .Order(StringComparer.Ordinal);
}
