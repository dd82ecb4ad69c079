namespace Ematix.Analyzers.Tests;

public sealed class EMX2006Tests
{
    [Theory]
    [InlineData("new() { {|EMX2006:BackfillWindow = new(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero))|} }")]
    [InlineData("new() { {|EMX2006:BackfillWindow = new(new(2024, 2, 1, 0, 0, 0, TimeSpan.Zero), new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero))|} }")]
    [InlineData("new() { {|EMX2006:BackfillWindow = new BackfillWindow(To: new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), From: new(2024, 2, 1, 0, 0, 0, TimeSpan.Zero))|} }")]
    [InlineData("new() { {|EMX2006:BackfillWindow = new(new(2024, 1, 1, 0, 0, 0, default), new(2024, 1, 1, 2, 0, 0, TimeSpan.FromHours(2)))|} }")]
    [InlineData("new() { {|EMX2006:BackfillWindow = new(new(2024, 1, 1, 0, 0, 0, 0, 1, TimeSpan.Zero), new(2024, 1, 1, 0, 0, 0, 0, 0, TimeSpan.Zero))|} }")]
    public Task An_end_that_is_not_after_the_start_is_reported(string expression) => LoadSource.VerifyAsync(expression, LoadSource.Events("Scd2"));

    [Theory]
    [InlineData("new() { BackfillWindow = new(new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2024, 1, 1, 0, 0, 0, 0, 1, TimeSpan.Zero)) }")]
    [InlineData("new() { BackfillWindow = new(new(2024, 1, 1, 0, 0, 0, TimeSpan.FromHours(1)), new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero)) }")]
    [InlineData("new() { BackfillWindow = new BackfillWindow(To: new(2024, 2, 1, 0, 0, 0, TimeSpan.Zero), From: new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero)) }")]
    public Task A_microsecond_is_enough(string expression) => LoadSource.VerifyAsync(expression, LoadSource.Events("Scd2"));

    [Theory]
    [InlineData("new() { BackfillWindow = window }")]
    [InlineData("new() { BackfillWindow = new(at, at) }")]
    [InlineData("new() { BackfillWindow = new(at, new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero)) }")]
    [InlineData("new() { BackfillWindow = new(new(2024, 13, 1, 0, 0, 0, TimeSpan.Zero), new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero)) }")]
    [InlineData("new() { BackfillWindow = new(new(2024, 2, 1, 0, 0, 0, span), new(2024, 1, 1, 0, 0, 0, span)) }")]
    [InlineData("new() { BackfillWindow = new(new DateTime(2024, 2, 1), new DateTime(2024, 1, 1)) }")]
    public Task What_is_known_only_later_is_left_to_the_runtime(string expression) => LoadSource.VerifyAsync(expression, LoadSource.Events("Merge"));
}
