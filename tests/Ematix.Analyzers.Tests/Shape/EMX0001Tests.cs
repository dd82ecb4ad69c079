namespace Ematix.Analyzers.Tests;

public sealed class EMX0001Tests
{
    [Theory]
    [InlineData("class")]
    [InlineData("sealed class")]
    [InlineData("record")]
    [InlineData("record class")]
    public Task A_view_that_is_not_partial_is_reported_at_its_name(string keyword) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView]
        public {{keyword}} {|EMX0001:UserFeatures|}
        {
            [EntityKey] public long UserId { get; init; }
            public long? TotalPurchases { get; init; }
        }
        """);

    [Theory]
    [InlineData("class")]
    [InlineData("record")]
    public Task A_partial_view_is_fine(string keyword) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView]
        public partial {{keyword}} UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public long? TotalPurchases { get; init; }
        }
        """);

    [Fact]
    public Task A_class_that_is_no_view_need_not_be_partial() => Verify.AnalyzersAsync("""
        [System.Serializable]
        public class Plain
        {
            public long Id { get; init; }
        }
        """);
}
