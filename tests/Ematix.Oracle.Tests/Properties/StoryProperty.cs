namespace Ematix.Oracle.Tests;

/// <summary>Product and oracle agree on a view's stories: counts of each load, histories, point in time, online; and the invariants hold.</summary>
internal sealed class StoryProperty(ViewDriver driver) : Property($"stories of {driver.Spec.Name}")
{
    public override async Task CheckAsync(Lane lane, uint number, Tally tally, CancellationToken cancellationToken) =>
        await CheckAsync(lane, driver, Case(StoryGen.Of(driver.Spec, await lane.ClockAsync()), number), tally, cancellationToken);

    public static Task CheckAsync(Lane lane, ViewDriver driver, Story story, Tally tally, CancellationToken cancellationToken) =>
        Failure.CheckAsync(driver.Spec, story, each => StoryRun.RunAsync(lane, driver, each, tally, cancellationToken));
}
