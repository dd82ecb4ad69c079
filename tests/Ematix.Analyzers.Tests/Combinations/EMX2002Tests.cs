namespace Ematix.Analyzers.Tests;

public sealed class EMX2002Tests
{
    [Theory]
    [InlineData("Merge")]
    [InlineData("Append")]
    [InlineData("Truncate")]
    public Task Online_in_another_mode_is_reported_at_the_argument(string mode) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView(Mode = SyncMode.{{mode}}, {|EMX2002:Online = true|})]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public long? TotalPurchases { get; init; }
        }
        """);

    [Theory]
    [InlineData("Online = true")]
    [InlineData("Online = true, Mode = SyncMode.Scd2, OnlineStore = OnlineStore.Table")]
    [InlineData("Online = false, Mode = SyncMode.Append")]
    public Task A_snapshot_of_a_history_or_none_is_fine(string arguments) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView({{arguments}})]
        public partial record UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public long? TotalPurchases { get; init; }
        }
        """);
}
