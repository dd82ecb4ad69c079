namespace Ematix.Analyzers.Tests;

public sealed class EMX3004Tests
{
    [Theory]
    [InlineData("ValidFrom")]
    [InlineData("ValidTo")]
    [InlineData("IsCurrent")]
    [InlineData("RowHash")]
    [InlineData("_LoadedAt")]
    [InlineData("_batch_id")]
    [InlineData("_ClosedBy")]
    [InlineData("Xmin")]
    [InlineData("Ctid")]
    [InlineData("Tableoid")]
    public Task A_reserved_name_is_reported_at_the_property_it_is_derived_from(string property) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public string? {|EMX3004:{{property}}|} { get; init; }
        }
        """);

    [Theory]
    [InlineData("{|EMX3004:\"valid_from\"|}")]
    [InlineData("{|EMX3004:name: \"_closed_by\"|}")]
    [InlineData("RenamedFrom = \"valid_from\"")]
    public Task A_name_that_is_given_is_reported_at_the_argument(string argument) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView(Mode = SyncMode.Merge)]
        public partial record UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            [Column({{argument}})] public string? Since { get; init; }
        }
        """);

    [Theory]
    [InlineData("[Column(\"VALID_FROM\")] public string? Since")]
    [InlineData("[Column(\"valid_since\")] public string? ValidFrom")]
    [InlineData("[NotAFeature] public string? ValidFrom")]
    [InlineData("public double? XMin")]
    [InlineData("public long? Oid")]
    public Task Names_differ_by_case_and_a_property_may_have_any(string property) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public long? TotalPurchases { get; init; }
            {{property}} { get; init; }
        }
        """);
}
