namespace Ematix.Analyzers.Tests;

public sealed class EMX2005Tests
{
    [Theory]
    [InlineData("Scd2", "new() { DryRun = true, {|EMX2005:BackfillWindow = window|} }")]
    [InlineData("Merge", "new() { DryRun = true, {|EMX2005:BackfillWindow = window|} }")]
    [InlineData("Append", "new() { DryRun = true, {|EMX2005:BackfillWindow = window|} }")]
    [InlineData("Truncate", "new() { DryRun = true, {|EMX2005:BackfillWindow = window|} }")]
    public Task A_window_without_event_time_is_reported_in_every_mode(string mode, string expression) => LoadSource.VerifyAsync(expression, LoadSource.View(mode));

    [Theory]
    [InlineData("new() { {|EMX2005:BackfillWindow = new(at, at)|} }")]
    [InlineData("new() { {|EMX2005:BackfillWindow = new BackfillWindow(at, at)|} }")]
    [InlineData("options with { {|EMX2005:BackfillWindow = window|} }")]
    [InlineData("new() { {|EMX2005:BackfillWindow = new(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero))|} }")]
    public Task However_it_is_written(string expression) => LoadSource.VerifyAsync(expression, LoadSource.View("Scd2"));

    [Theory]
    [InlineData("Scd2", "new() { BackfillWindow = window }")]
    [InlineData("Merge", "new() { BackfillWindow = window }")]
    public Task With_an_event_time_it_is_fine(string mode, string expression) => LoadSource.VerifyAsync(expression, LoadSource.Events(mode));

    [Theory]
    [InlineData("new() { BackfillWindow = maybeWindow }")]
    [InlineData("new() { BackfillWindow = null }")]
    [InlineData("new() { BackfillWindow = default }")]
    [InlineData("new() { BackfillWindow = flag ? window : null }")]
    [InlineData("new() { BackfillWindow = new BackfillWindow?() }")]
    [InlineData("new SyncOptions<UserFeatures> { BackfillWindow = window } with { BackfillWindow = null }")]
    public Task What_may_be_null_is_left_to_the_runtime(string expression) => LoadSource.VerifyAsync(expression, LoadSource.View("Scd2"));
}
