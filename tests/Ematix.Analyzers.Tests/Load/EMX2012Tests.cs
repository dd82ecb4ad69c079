namespace Ematix.Analyzers.Tests;

public sealed class EMX2012Tests
{
    [Theory]
    [InlineData("new() { {|EMX2012:FeatureSet = [C.Total]|} }")]
    [InlineData("new() { {|EMX2012:FeatureSet = []|} }")]
    [InlineData("new() { {|EMX2012:FeatureSet = new FeatureColumn<UserFeatures>[] { C.Active }|} }")]
    [InlineData("new() { EventTimestamp = C.StoredAt, {|EMX2012:FeatureSet = [C.Active]|} }")]
    public Task A_feature_that_is_not_nullable_and_left_out_is_reported(string expression) => LoadSource.VerifyAsync(expression, LoadSource.Events("Scd2", "public bool Active { get; init; } public DateTimeOffset StoredAt { get; init; }"));

    [Theory]
    [InlineData("new() { FeatureSet = [C.Active, C.StoredAt] }")]
    [InlineData("new() { FeatureSet = [C.StoredAt, C.Active, C.SeenAt] }")]
    [InlineData("new() { EventTimestamp = C.StoredAt, FeatureSet = [C.Active, C.SeenAt] }")]
    public Task Keys_and_the_event_time_always_come_from_the_source(string expression) => LoadSource.VerifyAsync(expression, LoadSource.Events("Scd2", "public bool Active { get; init; } public DateTimeOffset StoredAt { get; init; }"));

    [Theory]
    [InlineData("new() { FeatureSet = columns }")]
    [InlineData("new() { FeatureSet = [.. columns] }")]
    [InlineData("new() { EventTimestamp = column, FeatureSet = [C.Active] }")]
    [InlineData("options with { FeatureSet = [C.Active] }")]
    public Task What_is_not_written_out_is_left_to_the_runtime(string expression) => LoadSource.VerifyAsync(expression, LoadSource.Events("Scd2", "public bool Active { get; init; } public DateTimeOffset StoredAt { get; init; }"));

    [Theory]
    [InlineData("new() { FeatureSet = [C.City] }")]
    [InlineData("new() { FeatureSet = [] }")]
    public Task Nullable_features_may_be_left_out(string expression) => LoadSource.VerifyAsync(expression, LoadSource.View("Scd2"));
}
