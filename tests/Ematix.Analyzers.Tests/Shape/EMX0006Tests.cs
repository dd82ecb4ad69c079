namespace Ematix.Analyzers.Tests;

public sealed class EMX0006Tests
{
    [Theory]
    [InlineData("public string? {|EMX0006:Columns|} { get; init; }")]
    [InlineData("public static void {|EMX0006:SyncAsync|}() { }")]
    [InlineData("public static void {|EMX0006:EnsureAsync|}() { } private static void EnsureAsync(int retries) { }")]
    [InlineData("private int {|EMX0006:PointInTimeAsync|};")]
    [InlineData("public static class {|EMX0006:Sql|};")]
    [InlineData("public event System.Action? {|EMX0006:HistoryAsync|};")]
    [InlineData("public const int {|EMX0006:OnlineFeaturesAsync|} = 1;")]
    public Task Any_member_with_a_generated_member_s_name_is_reported(string member) => Verify.AnalyzersAsync($$"""
        #pragma warning disable CS0067, CS0169
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public bool? IsActive { get; init; }
            {{member}}
        }
        """);

    [Fact]
    public Task So_is_the_type_s_own_name_which_no_member_can_have() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial class {|EMX0006:Columns|}
        {
            [EntityKey] public long UserId { get; init; }
            public bool? IsActive { get; init; }
        }
        """);

    [Fact]
    public Task Key_is_taken_where_there_are_several_keys() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial class LineFeatures
        {
            [EntityKey] public long OrderId { get; init; }
            [EntityKey] public int {|EMX0006:Key|} { get; init; }
            public bool? IsActive { get; init; }
        }
        """);

    [Fact]
    public Task Key_is_free_where_there_is_one() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long Key { get; init; }
            public bool? IsActive { get; init; }
        }
        """);

    [Fact]
    public Task Names_that_the_mode_does_not_need_are_free() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView(Mode = SyncMode.Append)]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public bool? PointInTimeAsync { get; init; }
            public bool? HistoryAsync { get; init; }
            public bool? OnlineFeaturesAsync { get; init; }
        }
        """);

    [Fact]
    public async Task A_column_is_told_how_to_keep_its_name() => Assert.Equal(
        """Feature view 'UserFeatures' needs the name 'Sql' for a generated member: rename this property; [Column("sql")] keeps its column's name""",
        Assert.Single(await TestCompilation.MessagesAsync("""
            [Ematix.FeatureView]
            public partial class UserFeatures
            {
                [Ematix.EntityKey] public long UserId { get; init; }
                public string? Sql { get; init; }
            }
            """)));
}
