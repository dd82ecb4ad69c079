namespace Ematix.Analyzers.Tests;

public sealed class EMX0004Tests
{
    [Fact]
    public Task Keys_alone_are_reported_at_the_view() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial class {|EMX0004:CarrierOrigin|}
        {
            [EntityKey] public required string Carrier { get; init; }
            [EntityKey] public required string Origin { get; init; }
        }
        """);

    [Fact]
    public Task Computed_excluded_static_and_private_properties_are_no_features() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial record {|EMX0004:UserFeatures|}
        {
            [EntityKey] public long UserId { get; init; }
            public string Label => $"user {UserId}";
            [NotAFeature] public string? Note { get; set; }
            public static long Count { get; set; }
            internal long? Hidden { get; set; }
        }
        """);

    [Fact]
    public Task A_feature_is_enough() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public bool? IsActive { get; set; }
        }
        """);

    [Fact]
    public Task An_event_time_says_when_something_was_true_and_is_enough() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial class LastSeen
        {
            [EntityKey] public long UserId { get; init; }
            [EventTimestamp] public System.DateTimeOffset SeenAt { get; init; }
        }
        """);

    [Fact]
    public Task Where_the_only_feature_has_no_column_type_that_is_the_mistake() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public object? {|EMX3001:Anything|} { get; init; }
        }
        """);

    [Fact]
    public Task Where_the_only_feature_can_t_be_set_that_is_the_mistake() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            [Column("total")] public long? {|EMX0005:Total|} { get; }
        }
        """);

    [Fact]
    public Task Where_the_only_feature_has_an_unknown_type_the_compiler_says_so() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public {|CS0246:Misspelt|}? Total { get; init; }
        }
        """);
}
