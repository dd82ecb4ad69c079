namespace Ematix.Analyzers.Tests;

public sealed class EMX2009Tests
{
    [Theory]
    [InlineData("new() { {|EMX2009:IncrementalColumn = \"updated_at\"|} }")]
    [InlineData("new() { {|EMX2009:IncrementalColumn = nameof(C.Total)|} }")]
    [InlineData("new() { {|EMX2009:IncrementalColumn = \"\"|} }")]
    public Task A_watermark_in_mode_Truncate_is_reported(string expression) => LoadSource.VerifyAsync(expression, LoadSource.View("Truncate"));

    [Theory]
    [InlineData("Scd2", "new() { {|EMX2009:IncrementalColumn = \"\"|} }")]
    [InlineData("Append", "new() { {|EMX2009:IncrementalColumn = \"\"|} }")]
    [InlineData("Merge", "new() { {|EMX2009:IncrementalColumn = \"\"|} }")]
    [InlineData("Scd2", "new() { {|EMX2009:IncrementalColumn = \" \"|} }")]
    [InlineData("Append", "new() { {|EMX2009:IncrementalColumn = \" \"|} }")]
    [InlineData("Merge", "new() { {|EMX2009:IncrementalColumn = \" \"|} }")]
    public Task So_is_a_name_without_letters(string mode, string expression) => LoadSource.VerifyAsync(expression, LoadSource.View(mode));

    [Theory]
    [InlineData("Scd2", "new() { IncrementalColumn = \"updated_at\" }")]
    [InlineData("Append", "new() { IncrementalColumn = \"updated_at\" }")]
    [InlineData("Merge", "new() { IncrementalColumn = \"updated_at\" }")]
    public Task A_column_of_the_source_is_fine(string mode, string expression) => LoadSource.VerifyAsync(expression, LoadSource.View(mode));

    [Theory]
    [InlineData("new() { IncrementalColumn = name }")]
    [InlineData("new() { IncrementalColumn = null }")]
    public Task What_is_known_only_later_is_left_to_the_runtime(string expression) => LoadSource.VerifyAsync(expression, LoadSource.View("Truncate"));
}
