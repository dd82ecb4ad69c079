using CsCheck;

namespace Ematix.Oracle.Tests;

/// <summary>
/// A source that grows, loaded time and again by what is new in it, gives what one load of all of it gives: nothing is missed, and nothing
/// counts twice. The oracle is asked about the one load only.
/// </summary>
internal sealed class GrowthProperty(ViewDriver driver) : Property($"growing sources of {driver.Spec.Name}")
{
    private const int MostLoads = 4;

    public override async Task CheckAsync(Lane lane, uint number, Tally tally, CancellationToken cancellationToken)
    {
        var (story, seed) = Case(Gen.Select(StoryGen.Now(driver.Spec, await lane.ClockAsync()), Gen.Int), number);
        await Failure.CheckAsync(driver.Spec, story, each => DifferencesAsync(lane, each, seed, tally, cancellationToken));
    }

    private async Task<IReadOnlyList<string>> DifferencesAsync(Lane lane, Story story, int seed, Tally tally, CancellationToken cancellationToken)
    {
        object?[][] rows = [.. story.Batches.Where(batch => !batch.IsPoisoned && !batch.Options.SkipsFuture).SelectMany(batch => batch.Rows)];
        var whole = new Batch(rows) { Options = Options(), Way = SourceWay.Sql };
        List<string> differences = [.. await new StoryRun(lane, driver, tally, cancellationToken).LoadAsync([whole])];
        var one = await StateAsync(lane, story, tally, cancellationToken);

        await lane.ResetAsync(driver, cancellationToken);
        var random = new Random(seed);
        foreach (var count in Enumerable.Range(0, MostLoads).Select(_ => random.Next(rows.Length + 1)).Append(rows.Length).Order())
            await driver.LoadNewAsync(lane.Store, whole with { Rows = rows[..count] }, cancellationToken);
        var other = await StateAsync(lane, story, tally, cancellationToken);

        if (!one.SequenceEqual(other))
            differences.Add($"all at once\n      {string.Join("\n      ", one.Except(other))}\n    what was new\n      {string.Join("\n      ", other.Except(one))}\n    of {one.Count} and {other.Count} lines");
        tally.AddStory(story.Sequences(driver.Spec));
        return differences;
    }

    private LoadOptions Options() => driver.Spec is { Mode: TableMode.History, HasEventTime: true } ? new() { Late = Late.Insert } : LoadOptions.Default;

    /// <summary>What is seen of the table: visible versions or rows, without what tells loads apart.</summary>
    private async Task<IReadOnlyList<string>> StateAsync(Lane lane, Story story, Tally tally, CancellationToken cancellationToken)
    {
        if (driver.Spec.Mode != TableMode.History)
            return [.. (await lane.RowsAsync(driver)).Select(row => StoryText.Row(driver.Spec, row.Values)).Order(StringComparer.Ordinal)];
        List<string> lines = [];
        foreach (var key in story.Keys)
        {
            var history = await driver.HistoryAsync(lane.Store, key, includeReplaced: false, cancellationToken);
            tally.AddHistory(history.Count);
            lines.AddRange(history.Select(version => $"{StoryText.Instant(version.From)} {StoryText.Row(driver.Spec, version.Values)}"));
        }

        return lines;
    }
}
