namespace Ematix.Analyzers.Tests;

public sealed class EMX0008Tests
{
    [Fact]
    public Task The_first_column_of_each_further_part_is_reported() => Verify.AnalyzersAsync(
        """
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public bool? IsActive { get; init; }
        }

        public partial class UserFeatures
        {
            public long? {|EMX0008:Total|} { get; init; }
        }
        """,
        """
        public partial class UserFeatures
        {
            public string Label => "user";
            public long? {|EMX0008:Average|} { get; init; }
            public long? Median { get; init; }
        }
        """);

    [Fact]
    public Task Parts_without_columns_are_fine_wherever_the_attribute_stands() => Verify.AnalyzersAsync(
        """
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            public string Label => $"user {UserId}";
            [NotAFeature] public string? Note { get; set; }
        }
        """,
        """
        using Ematix;

        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public bool? IsActive { get; init; }
        }
        """);
}
