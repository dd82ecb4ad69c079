namespace Ematix.Analyzers.Tests;

public sealed class EMX3006Tests
{
    private const string Ten = "abcdefghij";
    private const string Sixty = Ten + Ten + Ten + Ten + Ten + Ten;

    [Theory]
    [InlineData("{|EMX3006:Schema = \"" + Sixty + "1234\"|}")]
    [InlineData("{|EMX3006:Table = \"" + Sixty + "1234\"|}")]
    [InlineData("Mode = SyncMode.Append, {|EMX3006:Table = \"" + Sixty + "1234\"|}")]
    public Task A_name_of_64_bytes_is_reported_once_at_the_argument(string argument) => Verify.AnalyzersAsync(View(argument));

    [Theory]
    [InlineData("Schema = \"" + Sixty + "123\"")]
    [InlineData("Mode = SyncMode.Append, Table = \"" + Sixty + "123\"")]
    public Task A_name_of_63_bytes_fits(string argument) => Verify.AnalyzersAsync(View(argument));

    [Theory]
    [InlineData("Mode = SyncMode.Merge, ", 58, "__key")]
    [InlineData("Mode = SyncMode.Truncate, ", 58, "__key")]
    [InlineData("", 54, "__version")]
    [InlineData("Online = true, ", 51, "__online_key")]
    public async Task A_derived_name_of_64_bytes_is_reported_by_name(string arguments, int longest, string suffix)
    {
        var table = new string('t', longest);
        await Verify.AnalyzersAsync(View($"{arguments}Table = \"{table}\""));
        await Verify.AnalyzersAsync(View($"{arguments}{{|EMX3006:Table = \"{table}t\"|}}"));

        var message = Assert.Single(await TestCompilation.MessagesAsync(View($"{arguments}Table = \"{table}t\"")));
        Assert.Equal(
            $"The name '{table}t{suffix}', made from table '{table}t', of feature view 'UserFeatures' is 64 bytes long in UTF-8, and PostgreSQL keeps 63: shorten the table's name by 1",
            message);
    }

    [Fact]
    public Task Bytes_count_and_not_characters() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            [Column("äöüäöüäöüäöüäöüäöüäöüäöüäöüäöü1")] public long? Fits { get; init; }
            [Column({|EMX3006:"äöüäöüäöüäöüäöüäöüäöüäöüäöüäöüää"|})] public long? TooLong { get; init; }
            [Column("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")] public long? Smiles { get; init; }
            [Column({|EMX3006:"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"|})] public long? LaughsOutLoud { get; init; }
        }
        """);

    [Fact]
    public Task A_name_derived_from_C_sharp_is_reported_there_and_a_former_name_at_its_argument() => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView]
        public partial class {|EMX3006:A{{Sixty}}|}
        {
            [EntityKey] public long UserId { get; init; }
            public long? {|EMX3006:A{{Sixty}}123|} { get; init; }
            [Column({|EMX3006:RenamedFrom = "{{Sixty}}1234"|})] public long? Total { get; init; }
        }
        """);

    private static string View(string arguments) => $$"""
        using Ematix;

        [FeatureView({{arguments}})]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public long? TotalPurchases { get; init; }
        }
        """;
}
