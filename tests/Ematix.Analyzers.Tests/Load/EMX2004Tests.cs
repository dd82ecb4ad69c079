namespace Ematix.Analyzers.Tests;

public sealed class EMX2004Tests
{
    private const string View = """
        [Ematix.FeatureView(Mode = Ematix.SyncMode.Merge)]
        public partial class UserFeatures
        {
            [Ematix.EntityKey] public long UserId { get; init; }
            public long? Total { get; init; }
        }
        """;

    [Theory]
    [InlineData("new SyncOptions<UserFeatures> { FeatureSet = [], {|EMX2004:UpdateColumns = []|} }")]
    [InlineData("new SyncOptions<UserFeatures> { UpdateColumns = [], DryRun = true, {|EMX2004:FeatureSet = []|} }")]
    [InlineData("new() { FeatureSet = [], {|EMX2004:UpdateColumns = []|} }")]
    [InlineData("new() { FeatureSet = columns, {|EMX2004:UpdateColumns = new[] { columns[0] }|} }")]
    [InlineData("new() { FeatureSet = new List<FeatureColumn<UserFeatures>>(), {|EMX2004:UpdateColumns = columns.ToArray()|} }")]
    [InlineData("options with { FeatureSet = [], {|EMX2004:UpdateColumns = []|} }")]
    [InlineData("new SyncOptions<UserFeatures> { UpdateColumns = [] } with { {|EMX2004:FeatureSet = []|} }")]
    [InlineData("(options with { UpdateColumns = [] }) with { {|EMX2004:FeatureSet = columns|} }")]
    [InlineData("new SyncOptions<UserFeatures> { FeatureSet = [], {|EMX2004:UpdateColumns = []|} } with { DryRun = true }")]
    public Task Both_are_reported_at_the_second(string expression) => Verify.AnalyzersAsync(Use(expression), View);

    [Theory]
    [InlineData("new() { UpdateColumns = [] }")]
    [InlineData("new() { FeatureSet = default, UpdateColumns = [] }")]
    [InlineData("new() { FeatureSet = null!, UpdateColumns = [] }")]
    [InlineData("new SyncOptions<UserFeatures> { FeatureSet = [] } with { FeatureSet = null, UpdateColumns = [] }")]
    [InlineData("new()")]
    public Task One_or_none_is_fine(string expression) => Verify.AnalyzersAsync(Use(expression), View);

    [Theory]
    [InlineData("new() { FeatureSet = [] }")]
    [InlineData("new() { FeatureSet = [], UpdateColumns = null }")]
    [InlineData("new() { FeatureSet = [], CompareColumns = [] }")]
    [InlineData("options with { FeatureSet = [] }")]
    public Task So_it_is_in_a_history(string expression) => Verify.AnalyzersAsync(Use(expression), View.Replace("Merge", "Scd2", StringComparison.Ordinal));

    [Theory]
    [InlineData("new() { FeatureSet = maybe, UpdateColumns = [] }")]
    [InlineData("new() { FeatureSet = flag ? columns : null, UpdateColumns = flag ? null : columns }")]
    public Task What_may_be_null_is_left_to_the_runtime(string expression) => Verify.AnalyzersAsync(Use(expression), View);

    [Fact]
    public Task So_is_everything_unknown_where_nullability_is_off() => Verify.AnalyzersAsync(
        "#nullable disable\n" + Use("new() { FeatureSet = columns, UpdateColumns = columns }").Replace("?", "", StringComparison.Ordinal),
        View);

    [Fact]
    public Task Fields_and_arguments_are_seen_too() => Verify.AnalyzersAsync(
        """
        using Ematix;

        public sealed class Job
        {
            private static readonly SyncOptions<UserFeatures> Options = new() { FeatureSet = [], {|EMX2004:UpdateColumns = []|} };

            public static void Run() => Load(new() { UpdateColumns = [], {|EMX2004:FeatureSet = []|} }, Options);

            private static void Load(SyncOptions<UserFeatures>? first, SyncOptions<UserFeatures>? second) { }
        }
        """,
        View);

    [Fact]
    public async Task The_view_may_be_declared_in_another_project()
    {
        var test = new AnalyzerTest(withGenerator: false) { TestCode = Use("new() { FeatureSet = [], {|EMX2004:UpdateColumns = []|} }") };
        test.TestState.AdditionalProjectReferences.Add("Views");
        test.TestState.AdditionalProjects["Views"].Sources.Add(View);
        test.TestState.AdditionalProjects["Views"].AdditionalReferences.AddRange(TestCompilation.References);
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task A_type_that_is_no_view_and_options_that_are_not_ours_are_none_of_ours() => Verify.AnalyzersAsync("""
        using System.Collections.Generic;
        using Ematix;

        public sealed record Options<T>
        {
            public List<T>? FeatureSet { get; init; }
            public List<T>? UpdateColumns { get; init; }
        }

        public static class Job
        {
            public static object First() => new Options<int> { FeatureSet = [], UpdateColumns = [] };

            public static object Second() => new SyncOptions<string> { FeatureSet = [], UpdateColumns = [] };
        }
        """);

    private static string Use(string expression) => $$"""
        using System.Collections.Generic;
        using System.Linq;
        using Ematix;

        public static class Job
        {
            public static SyncOptions<UserFeatures> Create(
                bool flag, SyncOptions<UserFeatures> options, FeatureColumn<UserFeatures>[] columns, FeatureColumn<UserFeatures>[]? maybe) => {{expression}};
        }
        """;
}
