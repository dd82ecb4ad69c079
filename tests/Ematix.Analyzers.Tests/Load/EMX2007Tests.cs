namespace Ematix.Analyzers.Tests;

public sealed class EMX2007Tests
{
    [Theory]
    [InlineData("Merge", "new() { {|EMX2007:HandleDeletes = HandleDeletes.Soft|} }")]
    [InlineData("Append", "new() { {|EMX2007:HandleDeletes = HandleDeletes.Soft|} }")]
    [InlineData("Truncate", "new() { {|EMX2007:HandleDeletes = HandleDeletes.Soft|} }")]
    public Task Soft_outside_Scd2_is_reported(string mode, string expression) => LoadSource.VerifyAsync(expression, LoadSource.View(mode));

    [Theory]
    [InlineData("Scd2", "new() { {|EMX2007:HandleDeletes = HandleDeletes.Hard|}, AllowEmptySource = true }")]
    [InlineData("Append", "new() { {|EMX2007:HandleDeletes = HandleDeletes.Hard|}, AllowEmptySource = true }")]
    [InlineData("Truncate", "new() { {|EMX2007:HandleDeletes = HandleDeletes.Hard|}, AllowEmptySource = true }")]
    public Task Hard_outside_Merge_is_reported(string mode, string expression) => LoadSource.VerifyAsync(expression, LoadSource.View(mode));

    [Theory]
    [InlineData("new() { {|EMX2007:HandleDeletes = HandleDeletes.Hard|} }")]
    public Task With_an_event_time_too(string expression) => LoadSource.VerifyAsync(expression, LoadSource.Events("Scd2"));

    [Theory]
    [InlineData("new() { {|EMX2007:HandleDeletes = HandleDeletes.Soft|}, IncrementalColumn = \"updated_at\", BackfillWindow = window }")]
    public Task Nothing_else_is_said_then(string expression) => LoadSource.VerifyAsync(expression, LoadSource.Events("Merge"));

    [Theory]
    [InlineData("new() { HandleDeletes = HandleDeletes.Soft }")]
    [InlineData("new() { HandleDeletes = HandleDeletes.None }")]
    public Task In_their_modes_they_are_fine(string expression) => LoadSource.VerifyAsync(expression, LoadSource.View("Scd2"));

    [Theory]
    [InlineData("Merge", "new() { HandleDeletes = HandleDeletes.Hard }")]
    [InlineData("Merge", "new() { HandleDeletes = default }")]
    public Task Hard_is_fine_in_Merge(string mode, string expression) => LoadSource.VerifyAsync(expression, LoadSource.View(mode));

    [Theory]
    [InlineData("new() { HandleDeletes = deletes }")]
    [InlineData("new() { HandleDeletes = flag ? HandleDeletes.Soft : HandleDeletes.None }")]
    public Task What_is_no_constant_is_left_to_the_runtime(string expression) => LoadSource.VerifyAsync(expression, LoadSource.View("Append"));
}
