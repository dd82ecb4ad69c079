namespace Ematix.Analyzers.Tests;

public sealed class EMX2013Tests
{
    [Theory]
    [InlineData("Scd2", "new() { {|EMX2013:LateArrivals = LateArrivals.Insert|} }")]
    [InlineData("Merge", "new() { {|EMX2013:LateArrivals = LateArrivals.Insert|} }")]
    [InlineData("Append", "new() { {|EMX2013:LateArrivals = LateArrivals.Insert|} }")]
    [InlineData("Truncate", "new() { {|EMX2013:LateArrivals = LateArrivals.Insert|} }")]
    [InlineData("Scd2", "new() { {|EMX2013:LateArrivals = LateArrivals.Reject|} }")]
    [InlineData("Merge", "new() { {|EMX2013:LateArrivals = LateArrivals.Reject|} }")]
    [InlineData("Append", "new() { {|EMX2013:LateArrivals = LateArrivals.Reject|} }")]
    [InlineData("Truncate", "new() { {|EMX2013:LateArrivals = LateArrivals.Reject|} }")]
    public Task Any_choice_on_a_view_without_event_time_is_reported(string mode, string expression) => LoadSource.VerifyAsync(expression, LoadSource.View(mode));

    [Theory]
    [InlineData("new() { {|EMX2013:LateArrivals = LateArrivals.Skip|} }")]
    public Task In_mode_Merge_there_is_nothing_to_choose(string expression) => LoadSource.VerifyAsync(expression, LoadSource.Events("Merge"));

    [Theory]
    [InlineData("new() { FeatureSet = [], {|EMX2013:LateArrivals = LateArrivals.Insert|} }")]
    public Task Nothing_else_is_said_then(string expression) => LoadSource.VerifyAsync(expression, LoadSource.View("Scd2"));

    [Theory]
    [InlineData("new() { LateArrivals = LateArrivals.Skip }")]
    [InlineData("new() { LateArrivals = LateArrivals.Insert }")]
    [InlineData("new() { LateArrivals = LateArrivals.Reject }")]
    public Task In_a_history_with_an_event_time_it_is_fine(string expression) => LoadSource.VerifyAsync(expression, LoadSource.Events("Scd2"));

    [Theory]
    [InlineData("new() { LateArrivals = late }")]
    [InlineData("new() { LateArrivals = null }")]
    [InlineData("new() { LateArrivals = flag ? LateArrivals.Skip : null }")]
    public Task What_is_no_constant_is_left_to_the_runtime(string expression) => LoadSource.VerifyAsync(expression, LoadSource.View("Scd2"));
}
