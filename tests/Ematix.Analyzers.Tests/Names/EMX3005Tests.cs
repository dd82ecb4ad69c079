namespace Ematix.Analyzers.Tests;

public sealed class EMX3005Tests
{
    [Fact]
    public Task Each_further_property_with_the_name_is_reported() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public long? {|EMX3005:UserID|} { get; init; }
            [Column({|EMX3005:"user_id"|})] public long? Other { get; init; }
        }
        """);

    [Fact]
    public Task A_name_that_is_wrong_for_another_reason_is_reported_for_that() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial record UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public long? {|EMX3004:ValidFrom|} { get; init; }
            [Column({|EMX3004:"valid_from"|})] public long? Since { get; init; }
            [Column({|EMX3007:""|})] public long? First { get; init; }
            [Column({|EMX3007:""|})] public long? Second { get; init; }
        }
        """);

    [Fact]
    public Task Names_are_compared_to_the_letter_as_Postgres_does() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            [Column("USER_ID")] public long? Upper { get; init; }
            [Column("user_id ")] public long? Spaced { get; init; }
            [Column("caf\u00e9")] public long? Composed { get; init; }
            [Column("cafe\u0301")] public long? Decomposed { get; init; }
            [NotAFeature, Column("user_id")] public long? Excluded { get; init; }
        }
        """);
}
