namespace Ematix.Analyzers.Tests;

public sealed class EMX2014Tests
{
    [Theory]
    [InlineData("new() { {|EMX2014:CompareColumns = [C.UserId]|} }")]
    [InlineData("new() { {|EMX2014:FeatureSet = [C.Total, C.UserId]|} }")]
    [InlineData("new() { {|EMX2014:CompareColumns = [.. columns, C.UserId]|}, {|EMX2014:FeatureSet = new FeatureColumn<UserFeatures>[] { C.UserId }|} }")]
    [InlineData("options with { {|EMX2014:CompareColumns = [C.UserId, C.Total]|} }")]
    public Task A_key_is_reported_at_the_option(string expression) => LoadSource.VerifyAsync(expression, LoadSource.View("Scd2"));

    [Theory]
    [InlineData("new() { {|EMX2014:UpdateColumns = [C.UserId, C.Total]|} }")]
    public Task So_it_is_in_mode_Merge(string expression) => LoadSource.VerifyAsync(expression, LoadSource.View("Merge"));

    [Theory]
    [InlineData("new() { {|EMX2014:UpdateColumns = [C.UserId, C.Shop]|} }")]
    public Task Several_keys_are_one_error(string expression) => LoadSource.VerifyAsync(expression, LoadSource.View("Merge", "[EntityKey] public Guid Shop { get; init; }"));

    [Theory]
    [InlineData("new() { FeatureSet = [C.UserId], {|EMX2004:UpdateColumns = [C.UserId]|} }")]
    [InlineData("new() { {|EMX2016:CompareColumns = [C.UserId]|} }")]
    public Task One_mistake_is_one_error(string expression) => LoadSource.VerifyAsync(expression, LoadSource.View("Merge"));

    [Theory]
    [InlineData("new() { UpdateColumns = [C.Total, C.City] }")]
    [InlineData("new() { UpdateColumns = columns }")]
    [InlineData("new() { UpdateColumns = flag ? [C.UserId] : columns }")]
    public Task Features_are_fine_and_what_is_not_written_out_is_left_to_the_runtime(string expression) => LoadSource.VerifyAsync(expression, LoadSource.View("Merge"));
}
