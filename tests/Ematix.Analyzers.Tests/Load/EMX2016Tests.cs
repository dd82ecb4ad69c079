namespace Ematix.Analyzers.Tests;

public sealed class EMX2016Tests
{
    [Theory]
    [InlineData("Scd2", "new() { {|EMX2016:UpdateColumns = [C.Total]|} }")]
    [InlineData("Append", "new() { {|EMX2016:UpdateColumns = [C.Total]|} }")]
    [InlineData("Truncate", "new() { {|EMX2016:UpdateColumns = [C.Total]|} }")]
    [InlineData("Scd2", "new() { {|EMX2016:UpdateColumns = columns|} }")]
    [InlineData("Append", "new() { {|EMX2016:UpdateColumns = columns|} }")]
    [InlineData("Truncate", "new() { {|EMX2016:UpdateColumns = columns|} }")]
    public Task UpdateColumns_outside_Merge_are_reported(string mode, string expression) => LoadSource.VerifyAsync(expression, LoadSource.View(mode));

    [Theory]
    [InlineData("Merge", "new() { {|EMX2016:CompareColumns = [C.Total]|} }")]
    [InlineData("Append", "new() { {|EMX2016:CompareColumns = [C.Total]|} }")]
    [InlineData("Truncate", "new() { {|EMX2016:CompareColumns = [C.Total]|} }")]
    [InlineData("Merge", "new() { {|EMX2016:FeatureSet = []|} }")]
    [InlineData("Append", "new() { {|EMX2016:FeatureSet = []|} }")]
    [InlineData("Truncate", "new() { {|EMX2016:FeatureSet = []|} }")]
    [InlineData("Merge", "new() { {|EMX2016:CompareColumns = []|}, {|EMX2016:FeatureSet = columns|} }")]
    [InlineData("Append", "new() { {|EMX2016:CompareColumns = []|}, {|EMX2016:FeatureSet = columns|} }")]
    [InlineData("Truncate", "new() { {|EMX2016:CompareColumns = []|}, {|EMX2016:FeatureSet = columns|} }")]
    public Task CompareColumns_and_FeatureSet_outside_Scd2_are_reported(string mode, string expression) => LoadSource.VerifyAsync(expression, LoadSource.View(mode));

    [Theory]
    [InlineData("Scd2", "new() { FeatureSet = [], {|EMX2004:UpdateColumns = []|} }")]
    [InlineData("Merge", "new() { FeatureSet = [], {|EMX2004:UpdateColumns = []|} }")]
    public Task Where_both_ways_are_mixed_that_alone_is_said(string mode, string expression) => LoadSource.VerifyAsync(expression, LoadSource.View(mode));

    [Theory]
    [InlineData("new() { {|EMX2016:CompareColumns = [C.Total]|} }")]
    [InlineData("new() { UpdateColumns = [C.Total] }")]
    public Task An_event_time_changes_nothing(string expression) => LoadSource.VerifyAsync(expression, LoadSource.Events("Merge"));

    [Theory]
    [InlineData("new() { CompareColumns = [C.Total], FeatureSet = [C.Total] }")]
    [InlineData("new() { UpdateColumns = null }")]
    public Task In_their_modes_they_are_fine(string expression) => LoadSource.VerifyAsync(expression, LoadSource.View("Scd2"));
}
