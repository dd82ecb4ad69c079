namespace Ematix.Analyzers.Tests;

public sealed class EMX2011Tests
{
    [Theory]
    [InlineData("new() { {|EMX2011:CompareColumns = [C.Total]|} }")]
    [InlineData("new() { {|EMX2011:CompareColumns = []|} }")]
    [InlineData("new() { {|EMX2011:CompareColumns = new FeatureColumn<UserFeatures>[] { C.Total, C.City }|} }")]
    [InlineData("new SyncOptions<UserFeatures> { CompareColumns = columns } with { {|EMX2011:CompareColumns = [C.Total]|} }")]
    public Task A_list_without_the_event_time_is_reported(string expression) => LoadSource.VerifyAsync(expression, LoadSource.Events("Scd2"));

    [Theory]
    [InlineData("new() { CompareColumns = [C.Total, C.SeenAt] }")]
    [InlineData("new() { CompareColumns = new FeatureColumn<UserFeatures>[] { C.SeenAt } }")]
    [InlineData("new() { CompareColumns = null }")]
    public Task A_list_with_it_is_fine(string expression) => LoadSource.VerifyAsync(expression, LoadSource.Events("Scd2"));

    [Theory]
    [InlineData("new() { CompareColumns = columns }")]
    [InlineData("new() { CompareColumns = [C.Total, .. columns] }")]
    [InlineData("new() { CompareColumns = [C.Total, columns[0]] }")]
    [InlineData("new() { CompareColumns = new FeatureColumn<UserFeatures>[2] }")]
    [InlineData("new() { CompareColumns = new List<FeatureColumn<UserFeatures>> { C.Total } }")]
    public Task A_list_that_is_not_written_out_is_left_to_the_runtime(string expression) => LoadSource.VerifyAsync(expression, LoadSource.Events("Scd2"));

    [Theory]
    [InlineData("new() { CompareColumns = [C.Total] }")]
    [InlineData("new() { CompareColumns = [] }")]
    public Task A_view_without_event_time_may_leave_out_what_it_likes(string expression) => LoadSource.VerifyAsync(expression, LoadSource.View("Scd2"));

    [Theory]
    [InlineData("new() { EventTimestamp = C.StoredAt, {|EMX2011:CompareColumns = [C.SeenAt]|} }")]
    [InlineData("new() { EventTimestamp = C.StoredAt, CompareColumns = [C.StoredAt] }")]
    [InlineData("new SyncOptions<UserFeatures> { CompareColumns = [C.StoredAt] } with { EventTimestamp = C.StoredAt }")]
    public Task A_load_with_another_event_time_must_name_that(string expression) => LoadSource.VerifyAsync(expression, LoadSource.Events("Scd2", "public DateTimeOffset StoredAt { get; init; }"));

    [Theory]
    [InlineData("new() { EventTimestamp = column, CompareColumns = [C.Total] }")]
    [InlineData("options with { CompareColumns = [C.StoredAt] }")]
    public Task Where_the_event_time_may_be_another_it_is_left_to_the_runtime(string expression) => LoadSource.VerifyAsync(expression, LoadSource.Events("Scd2", "public DateTimeOffset StoredAt { get; init; }"));
}
