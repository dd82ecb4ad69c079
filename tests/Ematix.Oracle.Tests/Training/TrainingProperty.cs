using CsCheck;

namespace Ematix.Oracle.Tests;

/// <summary>Historical reads over several views agree with the oracle, between the loads of their stories and after them.</summary>
internal sealed class TrainingProperty(params IReadOnlyList<ViewDriver> drivers) : Property($"training sets of {string.Join(", ", drivers.Select(driver => driver.Spec.Name))}")
{
    public override async Task CheckAsync(Lane lane, uint number, Tally tally, CancellationToken cancellationToken) =>
        await CheckAsync(lane, drivers, Case(Of(drivers, await lane.ClockAsync()), number), tally, cancellationToken);

    /// <summary>A story of each view, and what decides about the reads.</summary>
    public static Gen<(IReadOnlyList<Story> Stories, int Seed)> Of(IReadOnlyList<ViewDriver> drivers, long now) =>
        from stories in Gens.Sequence(drivers.Select(driver => StoryGen.Of(driver.Spec, now).Select(TrainingStory.Plain)))
        from seed in Gen.Int
        select (stories, seed);

    public static Task CheckAsync(Lane lane, IReadOnlyList<ViewDriver> drivers, (IReadOnlyList<Story> Stories, int Seed) told, Tally tally, CancellationToken cancellationToken) => Failure.CheckAsync(
        [.. drivers.Select(driver => driver.Spec)],
        told.Stories,
        stories => TrainingStory.RunAsync(lane, drivers, stories, told.Seed, tally, cancellationToken));
}
