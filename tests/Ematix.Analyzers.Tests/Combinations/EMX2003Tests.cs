namespace Ematix.Analyzers.Tests;

public sealed class EMX2003Tests
{
    [Theory]
    [InlineData("Append")]
    [InlineData("Truncate")]
    public Task An_event_time_in_a_mode_that_orders_nothing_is_reported_at_the_property(string mode) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView(Mode = SyncMode.{{mode}})]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            [EventTimestamp] public System.DateTimeOffset {|EMX2003:SeenAt|} { get; init; }
        }
        """);

    [Fact]
    public Task It_is_found_in_the_part_that_declares_it() => Verify.AnalyzersAsync(
        """
        [Ematix.FeatureView(Mode = Ematix.SyncMode.Append)]
        public partial record UserFeatures;
        """,
        """
        using Ematix;

        public partial record UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            [EventTimestamp] public System.DateTimeOffset {|EMX2003:SeenAt|} { get; init; }
        }
        """);

    [Theory]
    [InlineData("Scd2")]
    [InlineData("Merge")]
    public Task Modes_that_order_events_are_fine(string mode) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView(Mode = SyncMode.{{mode}})]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            [EventTimestamp] public System.DateTimeOffset SeenAt { get; init; }
        }
        """);
}
