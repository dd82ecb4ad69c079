namespace Ematix.Analyzers.Tests;

public sealed class EMX3007Tests
{
    [Theory]
    [InlineData("Schema")]
    [InlineData("Table")]
    [InlineData("Version")]
    public Task An_empty_name_and_one_that_no_text_can_hold_are_reported_at_the_argument(string argument) => Verify.AnalyzersAsync(
        View("Empty", $$"""{|EMX3007:{{argument}} = ""|}"""),
        View("Zero", $$"""{|EMX3007:{{argument}} = "a\0b"|}"""),
        View("Half", $$"""{|EMX3007:{{argument}} = "a\ud83d"|}"""));

    [Fact]
    public Task A_name_that_is_too_long_besides_has_one_error() => Verify.AnalyzersAsync(
        View("Long", $$"""{|EMX3007:Table = "\0{{new string('t', 70)}}"|}"""));

    [Fact]
    public Task Columns_and_their_former_names_are_judged_too() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial record UserFeatures
        {
            [EntityKey, Column({|EMX3007:""|})] public long UserId { get; init; }
            [Column({|EMX3007:"a\0"|})] public long? Total { get; init; }
            [Column({|EMX3007:RenamedFrom = ""|})] public long? Average { get; init; }
        }
        """);

    [Theory]
    [InlineData("Schema = \" \"")]
    [InlineData("Table = \"select \\\"; drop\", Schema = \"ünïcode\"")]
    [InlineData("Table = \"😀\", Version = \"2024-01\"")]
    [InlineData("Table = null")]
    public Task Hostile_but_legal_names_are_fine(string arguments) => Verify.AnalyzersAsync(View("UserFeatures", arguments));

    private static string View(string name, string arguments) => $$"""
        using Ematix;

        [FeatureView({{arguments}})]
        public partial class {{name}}
        {
            [EntityKey] public long UserId { get; init; }
            public long? TotalPurchases { get; init; }
        }
        """;
}
