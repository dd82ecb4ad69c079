namespace Ematix.Analyzers.Tests;

public sealed class EMX0005Tests
{
    [Theory]
    [InlineData("[Column(\"total\")] public long? {|EMX0005:Total|} { get; }")]
    [InlineData("[Column(\"total\")] public long? {|EMX0005:Total|} => 1;")]
    [InlineData("[Numeric(10, 2)] public decimal? {|EMX0005:Total|} => 1;")]
    [InlineData("[Column] public static long? {|EMX0005:Total|} { get; set; }")]
    [InlineData("[Column] internal long? {|EMX0005:Total|} { get; set; }")]
    [InlineData("[Column] public long? {|EMX0005:Total|} { set { } }")]
    [InlineData("[Column] public long? {|EMX0005:this|}[int index] { get => index; set { } }")]
    public Task A_tagged_property_that_can_t_be_a_column_is_reported(string property) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public bool? IsActive { get; init; }
            {{property}}
        }
        """);

    [Fact]
    public Task A_key_without_init_is_reported_and_is_not_missed_as_a_key() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long {|EMX0005:UserId|} { get; }
            public bool? IsActive { get; init; }
        }
        """);

    [Fact]
    public Task A_key_or_an_event_time_that_is_kept_out_of_the_table_is_reported() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey, NotAFeature] public long {|EMX0005:UserId|} { get; init; }
            public bool? IsActive { get; init; }
            [NotAFeature, EventTimestamp] public System.DateTime {|EMX0005:SeenAt|} { get; init; }
        }
        """);

    [Theory]
    [InlineData("[Column(\"total\")] public long? Total { get; init; }")]
    [InlineData("[Column(\"total\")] public long? Total { get; set; }")]
    [InlineData("[Column(\"total\")] public long? Total { get; private set; }")]
    [InlineData("[NotAFeature, Column(\"total\")] public long? Total { get; }")]
    [InlineData("public long? Total => 1;")]
    [InlineData("public long? this[int index] { get => index; set { } }")]
    public Task Settable_excluded_and_untagged_properties_are_fine(string property) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public bool? IsActive { get; init; }
            {{property}}
        }
        """);
}
