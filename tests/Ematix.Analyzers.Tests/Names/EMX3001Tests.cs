namespace Ematix.Analyzers.Tests;

public sealed class EMX3001Tests
{
    [Theory]
    [InlineData("System.DateTime")]
    [InlineData("System.DateTime?")]
    [InlineData("object?")]
    [InlineData("dynamic?")]
    [InlineData("char")]
    [InlineData("byte")]
    [InlineData("ulong")]
    [InlineData("nint")]
    [InlineData("System.Half")]
    [InlineData("System.Int128")]
    [InlineData("System.Uri?")]
    [InlineData("(int Left, int Right)")]
    [InlineData("long[,]?")]
    [InlineData("long[][]?")]
    [InlineData("System.Collections.Generic.List<long>?")]
    [InlineData("System.DateTime[]?")]
    public Task A_type_that_the_map_lacks_is_reported(string type) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public {{type}} {|EMX3001:Total|} { get; init; }
            public long? TotalPurchases { get; init; }
        }
        """);

    [Fact]
    public Task So_is_JSON_that_is_no_text() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial record UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            [Json] public long? {|EMX3001:Total|} { get; init; }
        }
        """);

    [Theory]
    [InlineData("[NotAFeature] public object? Total { get; init; }")]
    [InlineData("public object? Total => null;")]
    [InlineData("private object? Total { get; set; }")]
    [InlineData("public object? Total = null;")]
    public Task What_is_no_column_may_have_any_type(string member) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public long? TotalPurchases { get; init; }
            {{member}}
        }
        """);

    [Fact]
    public Task The_whole_type_map_is_fine_nullable_and_not() => Verify.AnalyzersAsync("""
        using System;
        using System.Text.Json;
        using Ematix;

        [FeatureView]
        public partial class Everything
        {
            [EntityKey] public long Id { get; init; }
            public bool A { get; init; }
            public short? B { get; init; }
            public int C { get; init; }
            public float? D { get; init; }
            public double E { get; init; }
            [Numeric(28, 28)] public decimal? F { get; init; }
            public string G { get; init; } = "";
            [Text(MaxLength = 20)] public string? H { get; init; }
            public DateTimeOffset? I { get; init; }
            public DateOnly J { get; init; }
            public TimeOnly? K { get; init; }
            public TimeSpan L { get; init; }
            public Guid? M { get; init; }
            public byte[]? N { get; init; }
            public DayOfWeek O { get; init; }
            public JsonElement? P { get; init; }
            [Json] public string? Q { get; init; }
            public int?[]? R { get; init; }
            [Numeric(10, 2)] public decimal[] S { get; init; } = [];
            public string?[]? T { get; init; }
        }
        """);
}
