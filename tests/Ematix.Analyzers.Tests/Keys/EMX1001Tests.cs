namespace Ematix.Analyzers.Tests;

public sealed class EMX1001Tests
{
    [Theory]
    [InlineData("class")]
    [InlineData("record")]
    public Task A_view_without_a_key_is_reported_at_its_name(string keyword) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView]
        public partial {{keyword}} {|EMX1001:UserFeatures|}
        {
            public long UserId { get; init; }
            public long? TotalPurchases { get; init; }
        }
        """);

    [Fact]
    public Task An_empty_view_needs_a_key_first() => Verify.AnalyzersAsync("""
        [Ematix.FeatureView]
        public partial class {|EMX1001:UserFeatures|};
        """);

    [Fact]
    public Task Of_several_parts_the_one_with_the_attribute_is_marked() => Verify.AnalyzersAsync(
        """
        public partial class UserFeatures
        {
            public long? TotalPurchases { get; init; }
        }
        """,
        """
        [Ematix.FeatureView]
        public partial class {|EMX1001:UserFeatures|};
        """);

    [Fact]
    public Task An_inherited_key_is_no_column_of_the_view() => Verify.AnalyzersAsync("""
        using Ematix;

        public abstract class Entity
        {
            [EntityKey] public long Id { get; init; }
        }

        [FeatureView]
        public partial class {|EMX1001:UserFeatures|} : Entity
        {
            public long? TotalPurchases { get; init; }
        }
        """);

    [Theory]
    [InlineData("Id", "UserFeaturesId", "OrderId")]
    [InlineData("UserFeaturesId", "OrderId", "Total")]
    [InlineData("OrderId", "Total", "CustomerId")]
    public async Task The_likeliest_key_is_named(string likeliest, string second, string third) => Assert.Equal(
        $"Feature view 'UserFeatures' has no entity key: tag the property that identifies the entity with [EntityKey], '{likeliest}' perhaps",
        Assert.Single(await TestCompilation.MessagesAsync($$"""
            [Ematix.FeatureView]
            public partial class UserFeatures
            {
                public long {{(likeliest == "OrderId" ? likeliest : third)}} { get; init; }
                public long {{second}} { get; init; }
                public long {{(likeliest == "OrderId" ? third : likeliest)}} { get; init; }
            }
            """)));

    [Fact]
    public Task One_key_is_enough() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public long? TotalPurchases { get; init; }
        }
        """);
}
