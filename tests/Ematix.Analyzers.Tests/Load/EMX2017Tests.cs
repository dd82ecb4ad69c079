namespace Ematix.Analyzers.Tests;

public sealed class EMX2017Tests
{
    [Theory]
    [InlineData("new() { FeatureSet = [], {|EMX2017:BackfillWindow = window|} }")]
    [InlineData("new() { BackfillWindow = new(at, at), {|EMX2017:FeatureSet = columns|} }")]
    [InlineData("new() { FeatureSet = [], {|EMX2017:LateArrivals = LateArrivals.Insert|} }")]
    [InlineData("new() { LateArrivals = LateArrivals.Insert, {|EMX2017:FeatureSet = [C.Total]|} }")]
    [InlineData("new() { LateArrivals = LateArrivals.Insert, FeatureSet = [C.Total], {|EMX2017:BackfillWindow = window|} }")]
    [InlineData("new() { LateArrivals = LateArrivals.Skip, FeatureSet = [], {|EMX2017:BackfillWindow = window|} }")]
    public Task A_window_or_late_rows_with_a_feature_set_are_reported_at_the_later_option(string expression) => LoadSource.VerifyAsync(expression, LoadSource.Events("Scd2"));

    [Theory]
    [InlineData("new() { FeatureSet = [], {|EMX2005:BackfillWindow = window|} }")]
    [InlineData("new() { FeatureSet = [], {|EMX2013:LateArrivals = LateArrivals.Insert|} }")]
    public Task One_mistake_is_one_error(string expression) => LoadSource.VerifyAsync(expression, LoadSource.View("Scd2"));

    [Theory]
    [InlineData("new() { {|EMX2016:FeatureSet = []|}, BackfillWindow = window }")]
    public Task So_it_is_where_the_set_itself_is_refused(string expression) => LoadSource.VerifyAsync(expression, LoadSource.Events("Merge"));

    [Theory]
    [InlineData("new() { FeatureSet = [], LateArrivals = LateArrivals.Skip }")]
    [InlineData("new() { FeatureSet = [], LateArrivals = LateArrivals.Reject }")]
    [InlineData("new() { LateArrivals = LateArrivals.Insert, BackfillWindow = window }")]
    [InlineData("new() { FeatureSet = [], LateArrivals = late, BackfillWindow = maybeWindow }")]
    public Task Rows_in_order_are_fine(string expression) => LoadSource.VerifyAsync(expression, LoadSource.Events("Scd2"));
}
