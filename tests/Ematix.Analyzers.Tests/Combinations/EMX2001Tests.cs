namespace Ematix.Analyzers.Tests;

public sealed class EMX2001Tests
{
    [Theory]
    [InlineData("Merge")]
    [InlineData("Append")]
    [InlineData("Truncate")]
    public Task A_Ttl_in_another_mode_is_reported_at_the_argument(string mode) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView(Mode = SyncMode.{{mode}}, {|EMX2001:Ttl = "30d"|})]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public long? TotalPurchases { get; init; }
        }
        """);

    [Fact]
    public Task A_duration_that_is_not_allowed_need_not_be_right() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView({|EMX2001:Ttl = "soon"|}, Mode = SyncMode.Merge)]
        public partial record UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public long? TotalPurchases { get; init; }
        }
        """);

    [Fact]
    public Task It_is_found_in_the_attribute_of_another_part_and_through_constants() => Verify.AnalyzersAsync(
        """
        using Ematix;

        public partial class UserFeatures
        {
            private const string Month = "30" + "d";
            [EntityKey] public long UserId { get; init; }
            public long? TotalPurchases { get; init; }
        }
        """,
        """
        using View = Ematix.FeatureViewAttribute;

        [View(
            Schema = "ml",
            {|EMX2001:Ttl = Month|},
            Mode = Ematix.SyncMode.Truncate)]
        partial class UserFeatures;
        """);

    [Theory]
    [InlineData("Ttl = \"30d\"")]
    [InlineData("Ttl = \"30d\", Mode = SyncMode.Scd2")]
    [InlineData("Mode = SyncMode.Merge")]
    [InlineData("Ttl = null, Mode = SyncMode.Merge")]
    public Task A_Ttl_of_a_history_or_none_is_fine(string arguments) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView({{arguments}})]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public long? TotalPurchases { get; init; }
        }
        """);
}
