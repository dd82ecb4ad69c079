namespace Ematix.Analyzers.Tests;

public sealed class EMX1005Tests
{
    [Theory]
    [InlineData("class", "SyncMode.Scd2")]
    [InlineData("record", "SyncMode.Merge")]
    public Task A_nullable_event_time_is_reported(string keyword, string mode) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView(Mode = {{mode}})]
        public partial {{keyword}} UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            [EventTimestamp] public System.DateTimeOffset? {|EMX1005:SeenAt|} { get; init; }
        }
        """);

    [Fact]
    public Task Other_instants_may_be_null() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            [EventTimestamp] public System.DateTimeOffset SeenAt { get; init; }
            public System.DateTimeOffset? LeftAt { get; init; }
        }
        """);
}
