namespace Ematix.Analyzers.Tests;

public sealed class EMX1004Tests
{
    [Theory]
    [InlineData("System.DateTime")]
    [InlineData("System.DateTime?")]
    [InlineData("System.DateOnly")]
    [InlineData("long")]
    [InlineData("decimal?")]
    [InlineData("string?")]
    [InlineData("object?")]
    [InlineData("System.DateTimeOffset[]?")]
    public Task An_event_time_that_is_no_instant_is_reported_and_nothing_else_is(string type) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            [EventTimestamp] public {{type}} {|EMX1004:SeenAt|} { get; init; }
        }
        """);

    [Fact]
    public Task An_unknown_type_is_the_compiler_s_to_report() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            [EventTimestamp] public {|CS0246:DateTimeOffset|} SeenAt { get; init; }
        }
        """);

    [Fact]
    public Task A_DateTimeOffset_is_fine_by_any_name() => Verify.AnalyzersAsync("""
        using Ematix;
        using Instant = System.DateTimeOffset;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            [EventTimestamp] public Instant SeenAt { get; init; }
        }
        """);
}
