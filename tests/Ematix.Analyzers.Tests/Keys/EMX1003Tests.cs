namespace Ematix.Analyzers.Tests;

public sealed class EMX1003Tests
{
    [Theory]
    [InlineData("float")]
    [InlineData("double")]
    [InlineData("double?")]
    [InlineData("System.TimeSpan")]
    [InlineData("System.Text.Json.JsonElement")]
    [InlineData("required byte[]")]
    [InlineData("required long[]")]
    [InlineData("required decimal[]")]
    public Task A_type_without_an_exact_equality_is_reported_and_nothing_else_is(string type) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public {{type}} {|EMX1003:UserId|} { get; init; }
            public long? TotalPurchases { get; init; }
        }
        """);

    [Fact]
    public Task So_is_text_that_is_stored_as_JSON() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey, Json] public required string {|EMX1003:UserId|} { get; init; }
            public long? TotalPurchases { get; init; }
        }
        """);

    [Fact]
    public Task A_type_with_no_column_at_all_has_that_mistake_alone() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public System.DateTime? {|EMX3001:Day|} { get; init; }
            public long? TotalPurchases { get; init; }
        }
        """);

    [Fact]
    public Task An_unknown_type_is_the_compiler_s_to_report() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public {|CS0246:Misspelt|}? UserId { get; init; }
            public long? TotalPurchases { get; init; }
        }
        """);

    [Theory]
    [InlineData("bool")]
    [InlineData("short")]
    [InlineData("int")]
    [InlineData("long")]
    [InlineData("required string")]
    [InlineData("System.Guid")]
    [InlineData("System.DateTimeOffset")]
    [InlineData("System.DateOnly")]
    [InlineData("System.TimeOnly")]
    [InlineData("System.DayOfWeek")]
    public Task Types_with_an_exact_equality_are_fine(string type) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public {{type}} UserId { get; init; }
            [EntityKey, Numeric(10, 2)] public decimal Part { get; init; }
            public long? TotalPurchases { get; init; }
        }
        """);
}
