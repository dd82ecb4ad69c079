namespace Ematix.Analyzers.Tests;

public sealed class EMX1007Tests
{
    [Theory]
    [InlineData("System.DateTimeOffset")]
    [InlineData("System.DateTimeOffset?")]
    [InlineData("System.DateTime")]
    [InlineData("double")]
    [InlineData("decimal")]
    public Task An_event_time_that_is_a_key_is_reported_and_its_type_is_not(string type) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            [EntityKey, EventTimestamp] public {{type}} {|EMX1007:SeenAt|} { get; init; }
            public long? TotalPurchases { get; init; }
        }
        """);

    [Fact]
    public Task Where_it_is_the_only_key_none_is_missed() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey]
            [EventTimestamp]
            public System.DateTimeOffset {|EMX1007:SeenAt|} { get; init; }

            public long? TotalPurchases { get; init; }
        }
        """);

    [Fact]
    public Task An_instant_may_be_a_key_beside_an_event_time() => Verify.AnalyzersAsync("""
        using System;
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public DateTimeOffset Slot { get; init; }
            [EventTimestamp] public DateTimeOffset SeenAt { get; init; }
        }
        """);
}
