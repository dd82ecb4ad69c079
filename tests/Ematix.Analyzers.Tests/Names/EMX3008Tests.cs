using Microsoft.CodeAnalysis;

namespace Ematix.Analyzers.Tests;

public sealed class EMX3008Tests
{
    private const string Columns = "{ [Ematix.EntityKey] public long UserId { get; init; } public long? Total { get; init; } }";

    [Fact]
    public Task The_second_view_with_a_table_is_reported_at_its_argument() => Verify.AnalyzersAsync(
        $$"""[Ematix.FeatureView] public partial class UserFeatures {{Columns}}""",
        $$"""[Ematix.FeatureView({|EMX3008:Table = "user_features_v1"|})] public partial record Others {{Columns}}""");

    [Fact]
    public Task The_order_of_files_and_lines_decides_which_is_second() => Verify.AnalyzersAsync(
        $$"""[Ematix.FeatureView(Table = "shared")] public partial class Zebra {{Columns}}""",
        $$"""
        namespace Deep.Inside
        {
            [Ematix.FeatureView({|EMX3008:Table = "shared"|})] public partial class Middle {{Columns}}
        }

        [Ematix.FeatureView({|EMX3008:Table = "shared"|})] public partial class Aardvark {{Columns}}
        """);

    [Fact]
    public Task Views_with_one_name_in_two_namespaces_share_both_and_that_is_one_mistake() => Verify.AnalyzersAsync(
        $$"""namespace Shop { [Ematix.FeatureView] public partial class UserFeatures {{Columns}} }""",
        $$"""namespace Bank { [Ematix.FeatureView] public partial class {|EMX3008:UserFeatures|} {{Columns}} }""");

    [Fact]
    public Task A_registered_name_alone_is_reported_at_the_view() => Verify.AnalyzersAsync($$"""
        public static partial class Shop
        {
            [Ematix.FeatureView] public partial class UserFeatures {{Columns}}
        }

        public static partial class Bank
        {
            [Ematix.FeatureView(Table = "bank_users")] public partial class {|EMX3008:UserFeatures|} {{Columns}}
        }
        """);

    [Fact]
    public async Task Both_views_are_named_in_full()
    {
        var diagnostics = await TestCompilation.AnalyzeAsync(TestCompilation.Of(
            $$"""namespace Shop { partial class Outer { [Ematix.FeatureView] internal partial class UserFeatures {{Columns}} } }""",
            $$"""[Ematix.FeatureView] public partial class UserFeatures {{Columns}}"""));
        Assert.Equal(
            "Feature views 'UserFeatures' and 'Shop.Outer.UserFeatures' both have the table \"features\".\"user_features_v1\": give one of them another Table, Schema or Version",
            Assert.Single(diagnostics).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Each_view_is_reported_once_and_always_the_same_one()
    {
        for (var run = 0; run < 20; run++)
        {
            var diagnostics = await TestCompilation.AnalyzeAsync(TestCompilation.Of(
                [.. Enumerable.Range(0, 12).Select(number => $"[Ematix.FeatureView(Table = \"shared\")] public partial class View{number} {Columns}")]));
            Assert.Equal(11, diagnostics.Length);
            Assert.All(diagnostics, diagnostic => Assert.Contains("and 'View0' both", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_editor_that_asks_about_one_file_gets_the_answer_for_it()
    {
        var compilation = TestCompilation.Of(
            $$"""[Ematix.FeatureView] public partial class UserFeatures {{Columns}}""",
            $$"""[Ematix.FeatureView(Table = "user_features_v1")] public partial class Others {{Columns}}""");
        var model = compilation.GetSemanticModel(compilation.SyntaxTrees[1]);
        var result = await Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzerExtensions
            .WithAnalyzers(compilation, TestCompilation.Analyzers)
            .GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, TestContext.Current.CancellationToken);
        Assert.Equal("EMX3008", Assert.Single(result).Id);
    }

    [Theory]
    [InlineData("Schema = \"other\"")]
    [InlineData("Version = \"v2\"")]
    [InlineData("Table = \"USER_FEATURES_V1\", Version = \"v2\"")]
    public Task Another_schema_version_or_case_is_another_view(string arguments) => Verify.AnalyzersAsync(
        $$"""namespace Shop { [Ematix.FeatureView] public partial class UserFeatures {{Columns}} }""",
        $$"""namespace Bank { [Ematix.FeatureView({{arguments}})] public partial class UserFeatures {{Columns}} }""");
}
