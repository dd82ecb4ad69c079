namespace Ematix.Analyzers.Tests;

public sealed class EMX3002Tests
{
    [Theory]
    [InlineData("decimal")]
    [InlineData("decimal?")]
    [InlineData("decimal[]?")]
    [InlineData("decimal?[]?")]
    public Task A_decimal_without_precision_is_reported(string type) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public {{type}} {|EMX3002:Average|} { get; init; }
        }
        """);

    [Fact]
    public Task A_key_is_no_exception() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial record UserFeatures
        {
            [EntityKey] public decimal {|EMX3002:UserId|} { get; init; }
            public long? TotalPurchases { get; init; }
        }
        """);

    [Theory]
    [InlineData("[Numeric(10, 2)] public decimal? Average { get; init; }")]
    [InlineData("[NotAFeature] public decimal? Average { get; init; }")]
    [InlineData("public decimal? Average => 1;")]
    public Task A_precision_is_enough_and_only_columns_need_one(string property) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public long? TotalPurchases { get; init; }
            {{property}}
        }
        """);
}
