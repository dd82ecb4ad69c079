namespace Ematix.Analyzers.Tests;

public sealed class EMX3003Tests
{
    [Theory]
    [InlineData("[Numeric({|EMX3003:0|}, 0)] public decimal?")]
    [InlineData("[Numeric({|EMX3003:29|}, 2)] public decimal?")]
    [InlineData("[Numeric({|EMX3003:-1|}, -1)] public decimal")]
    [InlineData("[Numeric(10, {|EMX3003:11|})] public decimal?")]
    [InlineData("[Numeric(10, {|EMX3003:-1|})] public decimal?[]?")]
    [InlineData("[Numeric({|EMX3003:scale: 3|}, precision: 2)] public decimal?")]
    [InlineData("[Text({|EMX3003:MaxLength = 0|})] public string?")]
    [InlineData("[Text({|EMX3003:MaxLength = -1|})] public string?")]
    [InlineData("[Text({|EMX3003:MaxLength = 10_485_761|})] public string[]?")]
    public Task What_lies_out_of_range_is_reported_at_the_argument(string property) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            {{property}} Average { get; init; }
        }
        """);

    [Theory]
    [InlineData("[Numeric(1, 0)] public decimal?")]
    [InlineData("[Numeric(28, 28)] public decimal?")]
    [InlineData("[Text] public string?")]
    [InlineData("[Text(MaxLength = 1)] public string?")]
    [InlineData("[Text(MaxLength = 10_485_760)] public string?")]
    public Task The_bounds_themselves_are_fine(string property) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView]
        public partial record UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            {{property}} Average { get; init; }
        }
        """);

    [Theory]
    [InlineData("[Ematix.Numeric(30, 2)] public decimal?", "Property 'UserFeatures.Average' has the precision 30: it must lie between 1 and 28")]
    [InlineData("[Ematix.Numeric(10, 12)] public decimal?", "Property 'UserFeatures.Average' has the scale 12: it must lie between 0 and 10")]
    [InlineData("[Ematix.Text(MaxLength = 0)] public string?", "Property 'UserFeatures.Average' has the length 0: it must lie between 1 and 10485760")]
    public async Task The_bounds_are_named(string property, string message) => Assert.Equal(
        message,
        Assert.Single(await TestCompilation.MessagesAsync($$"""
            [Ematix.FeatureView]
            public partial class UserFeatures
            {
                [Ematix.EntityKey] public long UserId { get; init; }
                {{property}} Average { get; init; }
            }
            """)));
}
