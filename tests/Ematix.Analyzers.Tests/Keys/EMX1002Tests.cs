namespace Ematix.Analyzers.Tests;

public sealed class EMX1002Tests
{
    [Theory]
    [InlineData("long?")]
    [InlineData("string?")]
    [InlineData("System.Guid?")]
    [InlineData("System.DayOfWeek?")]
    [InlineData("System.Nullable<int>")]
    public Task A_nullable_key_is_reported(string type) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public {{type}} {|EMX1002:UserId|} { get; init; }
            public long? TotalPurchases { get; init; }
        }
        """);

    [Fact]
    public Task Each_of_several_keys_is_judged() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial record CarrierOrigin
        {
            [EntityKey] public required string Carrier { get; init; }
            [EntityKey] public string? {|EMX1002:Origin|} { get; init; }
            public long? Departures { get; init; }
        }
        """);

    [Fact]
    public async Task Where_nullability_is_off_the_remedy_is_to_switch_it_on() => Assert.Equal(
        "Entity key 'UserFeatures.UserId' may be null, and a row without a key belongs to no entity: switch nullable reference types on where it is declared ('#nullable enable')",
        Assert.Single(await TestCompilation.MessagesAsync("""
            #nullable disable
            [Ematix.FeatureView]
            public partial class UserFeatures
            {
                [Ematix.EntityKey] public string UserId { get; init; }
                public long? TotalPurchases { get; init; }
            }
            """)));

    [Fact]
    public Task A_value_type_is_never_null_even_where_nullability_is_off() => Verify.AnalyzersAsync("""
        #nullable disable
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public string Name { get; init; }
        }
        """);
}
