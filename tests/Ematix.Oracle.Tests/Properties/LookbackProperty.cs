using CsCheck;

namespace Ematix.Oracle.Tests;

/// <summary>
/// Rows that come late to a growing source, by no more than the look-back, are in history as if the source had been loaded once, whole. Rows that come later
/// than that are not read, and the result says how many were, and how far. The oracle is asked about the one load only.
/// </summary>
internal sealed class LookbackProperty(ViewDriver driver) : Property($"late rows in growing sources of {driver.Spec.Name}")
{
    private const int MostLoads = 5;

    public override async Task CheckAsync(Lane lane, uint number, Tally tally, CancellationToken cancellationToken)
    {
        var (story, seed) = Case(Gen.Select(StoryGen.Now(driver.Spec, await lane.ClockAsync()), Gen.Int), number);
        await Failure.CheckAsync(driver.Spec, story, each => DifferencesAsync(lane, each, seed, tally, cancellationToken));
    }

    private async Task<IReadOnlyList<string>> DifferencesAsync(Lane lane, Story story, int seed, Tally tally, CancellationToken cancellationToken)
    {
        object?[][] rows = [.. story.Batches.Where(batch => !batch.IsPoisoned && !batch.Options.SkipsFuture).SelectMany(batch => batch.Rows)];
        var source = new LateSource(rows.Length, MostLoads, new Random(seed));
        var arrived = new Batch(rows) { Options = GrowthProperty.Options(driver.Spec), Way = SourceWay.Sql };

        await lane.ResetAsync(driver, cancellationToken);
        List<string> differences = [];
        foreach (var step in source.Steps)
        {
            var result = await driver.LoadNewAsync(lane.Store, arrived with { Rows = rows[..step.Arrived] }, source.Column, source.Lookback, cancellationToken);
            var readTo = result.Watermark is { } watermark ? Micros.Floor((DateTimeOffset)watermark.Value) : default(long?);
            if ((result.RowsRead, readTo) != (step.Read, step.Watermark))
                differences.Add($"of {step.Arrived} rows, {result.RowsRead} were read, up to {readTo}, instead of {step.Read}, up to {step.Watermark}");
        }

        var late = await VisibleState.OfAsync(lane, driver, story.Keys, tally, cancellationToken);
        // Where events are tied, the order of the source decides.
        var whole = arrived with { Rows = [.. source.EverRead.OrderBy(row => source.ChangedAt[row]).Select(row => rows[row])] };
        differences.AddRange(await new StoryRun(lane, driver, tally, cancellationToken).LoadAsync([whole]));
        differences.AddRange(VisibleState.Differences("late rows", late, "all at once", await VisibleState.OfAsync(lane, driver, story.Keys, tally, cancellationToken)));
        tally.AddStory(story.Sequences(driver.Spec));
        return differences;
    }
}
