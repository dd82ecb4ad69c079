namespace Ematix.Analyzers.Tests;

public sealed class EMX1006Tests
{
    [Fact]
    public Task Each_event_time_after_the_first_is_reported_whatever_else_is_wrong_with_it() => Verify.AnalyzersAsync("""
        using System;
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            [EventTimestamp] public DateTimeOffset SeenAt { get; init; }
            [EventTimestamp] public DateTimeOffset {|EMX1006:LeftAt|} { get; init; }
            [EventTimestamp] public DateTime? {|EMX1006:BornAt|} { get; init; }
            [EventTimestamp, EntityKey] public double {|EMX1006:Score|} { get; init; }
        }
        """);

    [Fact]
    public Task The_first_is_judged_by_its_type_all_the_same() => Verify.AnalyzersAsync("""
        using System;
        using Ematix;

        [FeatureView]
        public partial record UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            [EventTimestamp] public DateTime {|EMX1004:SeenAt|} { get; init; }
            [EventTimestamp] public DateTimeOffset {|EMX1006:LeftAt|} { get; init; }
        }
        """);

    [Fact]
    public Task One_among_several_instants_is_fine() => Verify.AnalyzersAsync("""
        using System;
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public DateTimeOffset SeenAt { get; init; }
            [EventTimestamp] public DateTimeOffset LeftAt { get; init; }
        }
        """);
}
