namespace Ematix.Analyzers.Tests;

public sealed class EMX5007Tests
{
    [Theory]
    [InlineData("[Join(\"a\")] public Weather? A { get; init; } [Join(\"b\")] public Weather? B { get; init; }")]
    [InlineData("public Weather? A { get; init; } public Load? B { get; init; }")]
    [InlineData("public Weather? A { get; init; } [Join(Prefix = \"b_\")] public Weather? B { get; init; }")]
    [InlineData("[Join(Prefix = \"\")] public Weather? A { get; init; } public Load? B { get; init; }")]
    [InlineData("public Weather? Weather { get; init; } [SpineColumn(\"wind\")] public double? Label { get; init; }")]
    [InlineData("public Load? Load { get; init; } [Join(\"tier\")] public Account? Account { get; init; }")]
    public Task Names_that_two_views_or_the_spine_have_are_parted_by_themselves(string members) => ServiceSource.VerifyAsync(members);

    [Theory]
    [InlineData("[Join(Prefix = \"x_\")] public Weather? A { get; init; } [Join({|EMX5007:Prefix = \"x_\"|})] public Load? B { get; init; }")]
    [InlineData("public Weather? Ab { get; init; } public Load? {|EMX5007:AB|} { get; init; }")]
    [InlineData("[Join(Prefix = \"\")] public Weather? A { get; init; } [Join({|EMX5007:Prefix = \"\"|})] public Load? B { get; init; }")]
    [InlineData("[Join(Prefix = \"b__\")] public Weather? A { get; init; } public Load? C { get; init; } public Weather? {|EMX5007:B|} { get; init; }")]
    public Task What_a_prefix_makes_alike_is_reported(string members) => ServiceSource.VerifyAsync(members);

    [Theory]
    [InlineData("[Join(\"tier\", {|EMX5007:Prefix = \"x_\"|})] public Account? A { get; init; } [Join(\"x_gate\")] public Weather? Weather { get; init; }")]
    [InlineData("[Join({|EMX5007:Prefix = \"is_\"|})] public Weather? Weather { get; init; } [SpineColumn(\"is_wind\")] public double? Label { get; init; }")]
    [InlineData("[Join(\"tier\", {|EMX5007:Prefix = \"\"|})] public Account? A { get; init; }")]
    [InlineData("public Weather? {|EMX5007:A|} { get; init; } public Load? B { get; init; } [SpineColumn(\"a__wind\")] public double? Label { get; init; }")]
    public Task So_is_what_meets_a_column_of_the_spine(string members) => ServiceSource.VerifyAsync(members);

    [Fact]
    public Task So_is_a_column_that_two_members_pass_through() => ServiceSource.VerifyAsync(
        "public Weather? Weather { get; init; } [SpineColumn] public bool? Late { get; init; } [SpineColumn({|EMX5007:\"late\"|})] public bool? Label { get; init; }");

    [Fact]
    public async Task It_names_up_to_five_columns() => Assert.Equal(
        "Members of feature service 'Model' have columns of one name: 'x_wind', 'x_temp' of 'B' and of 'A'; give 'B' another Prefix in [Join]",
        Assert.Single(await ServiceSource.MessagesAsync("[Join(\"a\", Prefix = \"x_\")] public Weather? A { get; init; } [Join(\"b\", Prefix = \"x_\")] public Weather? B { get; init; }")));
}
