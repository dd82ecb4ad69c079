namespace Ematix.Analyzers.Tests;

public sealed class EMX2008Tests
{
    [Theory]
    [InlineData("new() { HandleDeletes = HandleDeletes.Soft, {|EMX2008:IncrementalColumn = \"updated_at\"|} }")]
    [InlineData("new() { IncrementalColumn = \"updated_at\", {|EMX2008:HandleDeletes = HandleDeletes.Soft|} }")]
    [InlineData("new() { HandleDeletes = HandleDeletes.Soft, {|EMX2008:FeatureSet = [C.Total]|} }")]
    [InlineData("new() { FeatureSet = columns, {|EMX2008:HandleDeletes = HandleDeletes.Soft|} }")]
    [InlineData("new SyncOptions<UserFeatures> { FeatureSet = [] } with { {|EMX2008:HandleDeletes = HandleDeletes.Soft|} }")]
    [InlineData("new() { FeatureSet = [], HandleDeletes = HandleDeletes.Soft, {|EMX2008:IncrementalColumn = \"updated_at\"|} }")]
    public Task A_partial_source_is_reported_at_the_later_option(string expression) => LoadSource.VerifyAsync(expression, LoadSource.View("Scd2"));

    [Theory]
    [InlineData("new() { HandleDeletes = HandleDeletes.Hard, {|EMX2008:IncrementalColumn = \"updated_at\"|} }")]
    [InlineData("new() { HandleDeletes = HandleDeletes.Hard, {|EMX2008:BackfillWindow = window|} }")]
    public Task So_it_is_in_mode_Merge(string expression) => LoadSource.VerifyAsync(expression, LoadSource.Events("Merge"));

    [Theory]
    [InlineData("new() { {|EMX2008:HandleDeletes = HandleDeletes.Soft|} }")]
    [InlineData("new() { {|EMX2008:HandleDeletes = HandleDeletes.Soft|}, BackfillWindow = window }")]
    public Task Absence_has_no_event_time(string expression) => LoadSource.VerifyAsync(expression, LoadSource.Events("Scd2"));

    [Theory]
    [InlineData("new() { HandleDeletes = HandleDeletes.Soft, {|EMX2005:BackfillWindow = window|} }")]
    [InlineData("new() { HandleDeletes = HandleDeletes.Soft, {|EMX2009:IncrementalColumn = \"\"|} }")]
    [InlineData("new() { HandleDeletes = HandleDeletes.Soft, FeatureSet = [], {|EMX2004:UpdateColumns = []|} }")]
    public Task One_mistake_is_one_error(string expression) => LoadSource.VerifyAsync(expression, LoadSource.View("Scd2"));

    [Theory]
    [InlineData("new() { HandleDeletes = HandleDeletes.Soft, CompareColumns = [C.Total] }")]
    [InlineData("new() { HandleDeletes = HandleDeletes.Soft, IncrementalColumn = null, FeatureSet = null }")]
    [InlineData("new() { IncrementalColumn = \"updated_at\", FeatureSet = [] }")]
    public Task A_complete_source_is_fine(string expression) => LoadSource.VerifyAsync(expression, LoadSource.View("Scd2"));
}
