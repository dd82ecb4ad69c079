namespace Ematix.Analyzers.Tests;

public sealed class EMX5006Tests
{
    [Theory]
    [InlineData("public Weather? Weather { get; init; }")]
    [InlineData("[Join] public Weather? Weather { get; set; }")]
    [InlineData("[Join(\"origin\")] public Weather? Origin { get; init; } [Join(\"dest\", Prefix = \"dest_\")] public required Weather? Dest { get; init; }")]
    [InlineData("[Join(\"carrier\", \"origin_gate\")] public Load? Load { get; init; } public Weather? Weather { get; private set; }")]
    [InlineData("public Weather? Weather { get; init; } [SpineColumn] public bool? IsLate { get; init; } [SpineColumn(\"Flight Id\")] public int FlightId { get; init; } [SpineColumn, Numeric(9, 2)] public decimal? Fare { get; init; }")]
    [InlineData("public Weather? Weather { get; init; } [SpineColumn] public string? Airport { get; init; } [SpineColumn] public DateTimeOffset? AsOf { get; init; }")]
    [InlineData("public Weather? Weather { get; init; } [NotAFeature] public object? Tag { get; set; } public bool IsWindy => Weather?.Wind > 30; public static int Count { get; set; }")]
    [InlineData("#nullable disable\npublic Weather Weather { get; init; }")]
    public Task A_service_that_can_be_joined_is_fine(string members) => ServiceSource.VerifyAsync(members);

    [Theory]
    [InlineData("public int {|EMX5006:Number|} { get; init; }")]
    [InlineData("public Weather? Weather { get; init; } public bool? {|EMX5006:IsLate|} { get; init; }")]
    [InlineData("[Join(\"origin\")] public string? {|EMX5006:Origin|} { get; init; }")]
    [InlineData("public Weather[]? {|EMX5006:Weather|} { get; init; }")]
    [InlineData("public object? {|EMX5006:Weather|} { get; init; }")]
    public Task A_type_that_is_no_view_is_reported(string members) => ServiceSource.VerifyAsync(members);

    [Fact]
    public Task So_is_a_view_that_keeps_no_history() => ServiceSource.VerifyAsync("public Product? {|EMX5006:Product|} { get; init; }");

    [Fact]
    public Task So_is_a_member_that_can_not_be_null() => ServiceSource.VerifyAsync("public Weather {|EMX5006:Weather|} { get; init; } = new();");

    [Theory]
    [InlineData("[Join({|EMX5006:\"carrier\"|})] public Load? Load { get; init; }")]
    [InlineData("[Join({|EMX5006:\"carrier\"|}, \"gate\", \"more\")] public Load? Load { get; init; }")]
    [InlineData("[Join({|EMX5006:\"airport\"|}, \"more\")] public Weather? Weather { get; init; }")]
    public Task So_is_another_number_of_columns_than_of_keys(string members) => ServiceSource.VerifyAsync(members);

    [Theory]
    [InlineData("public Load? Load { get; init; } [Join({|EMX5006:\"gate\"|})] public Weather? Weather { get; init; }")]
    [InlineData("public Load? Load { get; init; } public Account? {|EMX5006:Account|} { get; init; }")]
    [InlineData("public Weather? Weather { get; init; } [SpineColumn] public long? {|EMX5006:Airport|} { get; init; }")]
    [InlineData("public Weather? Weather { get; init; } [SpineColumn({|EMX5006:\"airport\"|})] public long? Place { get; init; }")]
    [InlineData("[Join({|EMX5006:\"as_of\"|})] public Weather? Weather { get; init; }")]
    [InlineData("public Weather? Weather { get; init; } [SpineColumn] public DateOnly? {|EMX5006:AsOf|} { get; init; }")]
    [InlineData("[Join({|EMX5006:\"a\"|}, \"a\")] public Load? Load { get; init; }")]
    public Task So_is_a_column_that_would_have_two_types(string members) =>
        ServiceSource.VerifyAsync(members);

    [Theory]
    [InlineData("[Join({|EMX5006:\"\"|})] public Weather? Weather { get; init; }")]
    [InlineData("[Join({|EMX5006:\"a\\0b\"|})] public Weather? Weather { get; init; }")]
    [InlineData("[Join({|EMX5006:\"a123456789b123456789c123456789d123456789e123456789f123456789ö12\"|})] public Weather? Weather { get; init; }")]
    [InlineData("[Join(\"a123456789b123456789c123456789d123456789e123456789f123456789ö1\")] public Weather? Weather { get; init; }")]
    [InlineData("public Weather? Weather { get; init; } [SpineColumn({|EMX5006:\"\"|})] public int? Id { get; init; }")]
    public Task So_is_a_name_that_no_column_can_have(string members) => ServiceSource.VerifyAsync(members);

    [Theory]
    [InlineData("public Weather? Weather { get; init; } [SpineColumn, Join] public int? {|EMX5006:Id|} { get; init; }")]
    [InlineData("public Weather? Weather { get; init; } [SpineColumn] public Load? {|EMX5006:Load|} { get; init; }")]
    [InlineData("public Weather? Weather { get; init; } [SpineColumn] public object? {|EMX5006:Id|} { get; init; }")]
    public Task So_is_a_column_of_the_spine_that_can_be_none(string members) => ServiceSource.VerifyAsync(members);

    [Theory]
    [InlineData("[FeatureService] public partial class {|EMX5006:Model|};")]
    [InlineData("[FeatureService] public partial class {|EMX5006:Model|} { [SpineColumn] public int? Id { get; init; } public Weather? Computed => null; }")]
    public Task So_is_a_service_without_a_view(string service) => ServiceSource.VerifyTypeAsync(service);

    [Fact]
    public Task So_is_a_type_that_is_a_view_too() => ServiceSource.VerifyTypeAsync("""
        [FeatureService]
        [FeatureView]
        public partial class {|EMX5006:Model|}
        {
            [EntityKey] public long Id { get; init; }
            public long? Value { get; init; }
        }
        """);

    [Theory]
    [InlineData("[Join(\"carrier\")] public Load? Load { get; init; }", "Feature service 'Model' can't join 'Load': [Join] names 1 column ('carrier'), and 'Load' has 2 keys ('carrier', 'gate'); name one column for each key, in their order")]
    [InlineData("public Product? Item { get; init; }", "Feature service 'Model' can't join 'Item': Mode = SyncMode.Merge keeps no history of 'Product'; join a view of SyncMode.Scd2")]
    [InlineData("public Load? Load { get; init; } public Account? Account { get; init; }", "Feature service 'Model' can't join 'Account': the spine's column 'carrier' would be a 'Tier', and for 'Load' it is a 'string'; name another column")]
    public async Task It_says_what_is_wrong_and_what_to_do(string members, string message) =>
        Assert.Equal(message, Assert.Single(await ServiceSource.MessagesAsync(members)));

    [Theory]
    [InlineData("public Missing? Member { get; init; }")]
    [InlineData("[Join(\"a\", )] public Weather? Weather { get; init; }")]
    [InlineData("[Join(null!)] public Weather? Weather { get; init; }")]
    [InlineData("[Join(Prefix = 5)] public Weather? Weather { get; init; }")]
    [InlineData("[Join(new[] { 1 })] [SpineColumn(name: )] public Missing<int> { get; init; }")]
    [InlineData("[Join] public Weather? this[int i] { get => null; set { } }")]
    [InlineData("[Join] public static Weather? Weather { get; set; }")]
    public async Task Code_in_the_making_breaks_nothing(string members) =>
        Assert.DoesNotContain(await ServiceSource.MessagesAsync(members), message => message.Contains("Exception", StringComparison.Ordinal));
}
