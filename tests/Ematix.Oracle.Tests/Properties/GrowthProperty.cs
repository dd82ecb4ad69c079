using System.Globalization;
using CsCheck;

namespace Ematix.Oracle.Tests;

/// <summary>
/// A source that grows, loaded time and again by what is new in it, gives what one load of all of it gives: nothing is missed, and nothing
/// counts twice. The oracle is asked about the one load only.
/// </summary>
internal sealed class GrowthProperty(ViewDriver driver) : Property($"growing sources of {driver.Spec.Name}")
{
    private const int MostLoads = 4;

    private static readonly ExtraColumn Place = new("place_in_source", place => place.ToString(CultureInfo.InvariantCulture));

    public override async Task CheckAsync(Lane lane, uint number, Tally tally, CancellationToken cancellationToken)
    {
        var (story, seed) = Case(Gen.Select(StoryGen.Now(driver.Spec, await lane.ClockAsync()), Gen.Int), number);
        await Failure.CheckAsync(driver.Spec, story, each => DifferencesAsync(lane, each, seed, tally, cancellationToken));
    }

    private async Task<IReadOnlyList<string>> DifferencesAsync(Lane lane, Story story, int seed, Tally tally, CancellationToken cancellationToken)
    {
        object?[][] rows = [.. story.Batches.Where(batch => !batch.IsPoisoned && !batch.Options.SkipsFuture).SelectMany(batch => batch.Rows)];
        var whole = new Batch(rows) { Options = Options(driver.Spec), Way = SourceWay.Sql };
        List<string> differences = [.. await new StoryRun(lane, driver, tally, cancellationToken).LoadAsync([whole])];
        var one = await VisibleState.OfAsync(lane, driver, story.Keys, tally, cancellationToken);

        await lane.ResetAsync(driver, cancellationToken);
        var random = new Random(seed);
        foreach (var count in Enumerable.Range(0, MostLoads).Select(_ => random.Next(rows.Length + 1)).Append(rows.Length).Order())
            await driver.LoadNewAsync(lane.Store, whole with { Rows = rows[..count] }, Place, lookback: null, cancellationToken);
        var other = await VisibleState.OfAsync(lane, driver, story.Keys, tally, cancellationToken);

        differences.AddRange(VisibleState.Differences("all at once", one, "what was new", other));
        tally.AddStory(story.Sequences(driver.Spec));
        return differences;
    }

    /// <summary>Rows come in any order of their events.</summary>
    internal static LoadOptions Options(ViewSpec spec) => spec is { Mode: TableMode.History, HasEventTime: true } ? new() { Late = Late.Insert } : LoadOptions.Default;
}
