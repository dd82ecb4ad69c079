namespace Ematix.Analyzers.Tests;

public sealed class EMX0002Tests
{
    [Fact]
    public Task Each_containing_type_that_is_not_partial_is_reported_at_its_own_name() => Verify.AnalyzersAsync("""
        using Ematix;

        public class {|EMX0002:Shop|}
        {
            public partial record Sales
            {
                public interface {|EMX0002:IViews|}
                {
                    [FeatureView]
                    public partial class UserFeatures
                    {
                        [EntityKey] public long UserId { get; init; }
                        public long? TotalPurchases { get; init; }
                    }
                }
            }
        }
        """);

    [Fact]
    public Task It_is_found_in_the_part_that_lies_in_another_file() => Verify.AnalyzersAsync(
        """
        public partial class Shop
        {
            public static class {|EMX0002:Views|}
            {
                [Ematix.FeatureView]
                public partial class UserFeatures
                {
                    [Ematix.EntityKey] public long UserId { get; init; }
                    public long? TotalPurchases { get; init; }
                }
            }
        }
        """,
        """
        public partial class Shop;
        """);

    [Fact]
    public Task Partial_containing_types_are_fine() => Verify.AnalyzersAsync("""
        using Ematix;

        public static partial class Shop
        {
            internal partial struct Views
            {
                [FeatureView]
                internal partial class UserFeatures
                {
                    [EntityKey] public long UserId { get; init; }
                    public long? TotalPurchases { get; init; }
                }
            }
        }
        """);
}
