using System.Globalization;

namespace Ematix.Oracle.Tests;

/// <summary>Runs a story on the product and on the oracle, side by side.</summary>
internal sealed class StoryRun(Lane lane, ViewDriver driver, Tally tally, CancellationToken cancellationToken)
{
    private readonly List<string> _differences = [];
    private readonly Dictionary<long, Guid> _batches = [];

    /// <summary>What the oracle holds after the loads.</summary>
    public OracleTable Oracle { get; } = OracleTable.Of(driver.Spec.View);

    /// <summary>Runs all of it. Answers how the two differ; nothing where they agree.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(Lane lane, ViewDriver driver, Story story, Tally tally, CancellationToken cancellationToken)
    {
        var run = new StoryRun(lane, driver, tally, cancellationToken);
        await run.LoadAsync(story.Batches);
        run._differences.AddRange(await new Comparison(lane, driver, run.Oracle, run._batches, tally, cancellationToken).AllAsync(story));
        run._differences.AddRange(await lane.AuditAsync(driver));
        tally.AddStory();
        return run._differences;
    }

    /// <summary>Empties the table and runs the loads alone.</summary>
    public async Task<IReadOnlyList<string>> LoadAsync(IReadOnlyList<Batch> batches)
    {
        await lane.ResetAsync(driver, cancellationToken);
        foreach (var (number, batch) in batches.Index())
            await LoadAsync(string.Create(CultureInfo.InvariantCulture, $"load {number + 1}"), batch);
        return _differences;
    }

    /// <summary>Loads a batch. One that is refused is loaded again without the rows that it was refused for, until it is done.</summary>
    private async Task LoadAsync(string name, Batch batch)
    {
        var expected = await TryAsync(name, batch);
        for (; expected.IsRefused; expected = await TryAsync(name, batch))
            (name, batch) = ($"{name}, corrected", batch.Without(expected.Refusals.SelectMany(refusal => refusal.Rows)));
        if (batch.IsRepeated)
            await RepeatAsync($"{name}, again", batch with { LoadAt = batch.LoadAt + 1 });
    }

    private async Task RepeatAsync(string name, Batch batch)
    {
        var before = await lane.FingerprintAsync(driver);
        var counts = (await TryAsync(name, batch)).Counts!;
        if (counts.Inserted > counts.Renewed || counts.Closed > counts.Renewed)
            _differences.Add($"{name}: it wrote more than renewals and ends of the time to live: {counts}");
        else if (counts is { Renewed: 0, Expired: 0 } && before != await lane.FingerprintAsync(driver))
            _differences.Add($"{name}: the table was written to");
    }

    private async Task<LoadOutcome> TryAsync(string name, Batch batch)
    {
        if (batch.LoadAt is { } at)
            await lane.SetNextLoadAsync(driver, at);
        var actual = await Attempt.RunAsync(() => driver.LoadAsync(lane.Store, batch, cancellationToken));
        var loadedAt = actual.Result is { } result ? Micros.Floor(result.LoadedAt) : batch.LoadAt ?? await lane.ClockAsync();
        if (batch.LoadAt is { } wanted && wanted != loadedAt)
            _differences.Add($"{name}: it happened at {StoryText.Instant(loadedAt)}, not at {StoryText.Instant(wanted)}");
        var expected = Oracle.Load(batch.Rows, loadedAt, batch.Late);
        if (actual.Result is not null)
            _batches[loadedAt] = actual.Result.BatchId;
        if (actual.Difference(expected) is { } difference)
            _differences.Add($"{name}: {difference}");
        tally.AddLoad(expected.IsRefused, batch.Rows.Count);
        return expected;
    }
}
