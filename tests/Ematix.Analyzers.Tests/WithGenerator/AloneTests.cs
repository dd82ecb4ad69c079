namespace Ematix.Analyzers.Tests;

/// <summary>A mistake is one error in a project that uses what is generated: no call to a generated member fails with it.</summary>
public sealed class AloneTests
{
    private const string Calls = """
        using System;
        using System.Threading.Tasks;
        using Ematix;

        public static class Program
        {
            public static async Task Use(FeatureStore store)
            {
                await UserFeatures.EnsureAsync(store);
                SyncResult result = await UserFeatures.SyncAsync(store, Source.Sql("select 1"), new() { UpdateColumns = [UserFeatures.Columns.Total] });
                UserFeatures? now = await UserFeatures.OnlineFeaturesAsync(store, userId: 1);
                Console.WriteLine(UserFeatures.Sql.CreateTable + now?.Total + result);
            }
        }
        """;

    [Fact]
    public Task The_members_are_there_in_a_right_project() => Verify.WithGeneratorAsync(Calls, """
        using Ematix;

        [FeatureView(Mode = SyncMode.Merge)]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public long? Total { get; init; }
        }
        """);

    [Fact]
    public Task EMX2001_stands_alone() => Verify.WithGeneratorAsync(Calls, """
        using Ematix;

        [FeatureView(Mode = SyncMode.Merge, {|EMX2001:Ttl = "30d"|})]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public long? Total { get; init; }
        }
        """);

    [Fact]
    public Task EMX2004_stands_alone() => Verify.WithGeneratorAsync(
        """
        using System.Threading.Tasks;
        using Ematix;

        public static class Program
        {
            public static Task Load(FeatureStore store) => UserFeatures.SyncAsync(store, Source.Sql("select 1"), new()
            {
                FeatureSet = [UserFeatures.Columns.Total],
                {|EMX2004:UpdateColumns = [UserFeatures.Columns.Total]|},
            });
        }
        """,
        """
        using Ematix;

        [FeatureView(Mode = SyncMode.Merge)]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public long? Total { get; init; }
        }
        """);

    [Theory]
    [InlineData("[FeatureView] public partial class {|EMX1001:UserFeatures|}", "public long UserId { get; init; }")]
    [InlineData("[FeatureView] public partial class UserFeatures", "[EntityKey] public long? {|EMX1002:UserId|} { get; init; }")]
    [InlineData("[FeatureView({|EMX2010:Ttl = \"soon\"|})] public partial record UserFeatures", "[EntityKey] public long UserId { get; init; }")]
    [InlineData("[FeatureView] public partial class UserFeatures", "[EntityKey] public long UserId { get; init; } public decimal? {|EMX3002:Average|} { get; init; }")]
    [InlineData("[FeatureView] public partial class UserFeatures", "[EntityKey] public long UserId { get; init; } public object? {|EMX3001:Any|} { get; init; }")]
    [InlineData("[FeatureView] public partial class UserFeatures", "[EntityKey] public long UserId { get; init; } public long? {|EMX3005:UserID|} { get; init; }")]
    [InlineData("[FeatureView] public partial class UserFeatures", "[EntityKey] public long UserId { get; init; } public required object {|EMX3001:Any|} { get; init; }")]
    [InlineData("[FeatureView] public partial class UserFeatures", "[EntityKey] public long UserId { get; init; } public string? {|EMX0006:HistoryAsync|} { get; init; }")]
    [InlineData("[FeatureView] public partial record {|EMX0007:UserFeatures|}(int? Age)", "[EntityKey] public long UserId { get; init; }")]
    [InlineData(
        "[FeatureView] public partial class UserFeatures",
        "[EntityKey] public long UserId { get; init; } [EventTimestamp] public System.DateTime {|EMX1004:SeenAt|} { get; init; }")]
    public Task Other_mistakes_stand_alone_too(string view, string members) => Verify.WithGeneratorAsync(
        Calls.Replace("UpdateColumns", "FeatureSet", StringComparison.Ordinal),
        $$"""
        using Ematix;

        {{view}}
        {
            {{members}}
            public long? Total { get; init; }
        }
        """);
}
