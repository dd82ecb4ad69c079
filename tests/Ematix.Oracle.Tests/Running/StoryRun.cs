using System.Globalization;

namespace Ematix.Oracle.Tests;

/// <summary>Runs a story on the product and on the oracle, side by side.</summary>
internal sealed class StoryRun(Lane lane, ViewDriver driver, Tally tally, CancellationToken cancellationToken)
{
    private readonly List<string> _differences = [];
    private Dictionary<long, Guid> _batches = [];

    /// <summary>What the oracle holds after the loads.</summary>
    public OracleTarget Target { get; private init; } = OracleTarget.Of(driver.Spec.View);

    /// <summary>The same, of a view with history.</summary>
    public OracleTable Oracle => (OracleTable)Target;

    /// <summary>Runs all of it. Answers how the two differ; nothing where they agree.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(Lane lane, ViewDriver driver, Story story, Tally tally, CancellationToken cancellationToken)
    {
        var run = new StoryRun(lane, driver, tally, cancellationToken);
        List<string> differences = [.. await run.LoadAsync(story.Batches), .. await run.CompareAsync(story)];
        tally.AddStory(story.Sequences(driver.Spec));
        return differences;
    }

    /// <summary>Empties the table and runs the loads alone.</summary>
    public async Task<IReadOnlyList<string>> LoadAsync(IReadOnlyList<Batch> batches)
    {
        await lane.ResetAsync(driver, cancellationToken);
        return await ContinueAsync(batches);
    }

    /// <summary>Runs more loads. Answers how all since then differ.</summary>
    public async Task<IReadOnlyList<string>> ContinueAsync(IReadOnlyList<Batch> batches)
    {
        _differences.Clear();
        foreach (var (number, batch) in batches.Index())
            await LoadAsync(string.Create(CultureInfo.InvariantCulture, $"load {number + 1}"), batch);
        return [.. _differences];
    }

    /// <summary>Goes on with the table as another definition of the view has it.</summary>
    public async Task<StoryRun> EvolveAsync(ViewDriver evolved, IReadOnlyDictionary<string, string> formerNames)
    {
        await evolved.EnsureAsync(lane.Store, OnDrift.Evolve, cancellationToken);
        Target.Evolve(evolved.Spec.View, formerNames);
        return new(lane, evolved, tally, cancellationToken) { Target = Target, _batches = _batches };
    }

    /// <summary>Compares all that can be asked after the loads.</summary>
    public async Task<IReadOnlyList<string>> CompareAsync(Story story) =>
    [
        .. Target is OracleTable table
            ? await new Comparison(lane, driver, table, _batches, tally, cancellationToken).AllAsync(story)
            : await new RowsComparison(lane, driver, (RowsTable)Target, _batches, tally, cancellationToken).AllAsync(story),
        .. await lane.AuditAsync(driver),
    ];

    /// <summary>Loads a batch. One that is refused is loaded again without what it was refused for, until it is done.</summary>
    private async Task LoadAsync(string name, Batch batch)
    {
        var expected = await TryAsync(name, batch);
        for (; expected.IsRefused; expected = await TryAsync(name, batch))
            (name, batch) = ($"{name}, corrected", batch.Corrected(expected.Refusals) with { IsTried = false, Crash = null });
        if (batch.IsRepeated)
            await RepeatAsync($"{name}, again", batch with { LoadAt = batch.LoadAt + 1, IsTried = false, Crash = null });
    }

    private async Task RepeatAsync(string name, Batch batch)
    {
        var before = await lane.FingerprintAsync(driver);
        var counts = (await TryAsync(name, batch)).Counts!;
        if (counts.Inserted > counts.Renewed || counts.Closed > counts.Renewed || counts.Updated + counts.Deleted > 0)
            _differences.Add($"{name}: it wrote more than renewals and ends of the time to live: {counts}");
        else if (counts is { Renewed: 0, Expired: 0 } && before != await lane.FingerprintAsync(driver))
            _differences.Add($"{name}: the table was written to");
    }

    private async Task<LoadOutcome> TryAsync(string name, Batch batch)
    {
        if (batch.LoadAt is { } at)
            await lane.SetNextLoadAsync(driver, at);
        var vain = new VainRun(lane, driver, tally, cancellationToken);
        _differences.AddRange((await vain.CrashAsync(batch)).Select(difference => $"{name}, {batch.Crash}: {difference}"));
        var tried = await vain.TryAsync(batch);
        var actual = await Attempt.RunAsync(() => driver.LoadAsync(lane, batch, cancellationToken));
        var loadedAt = actual.Result is { } result ? Micros.Floor(result.LoadedAt) : batch.LoadAt ?? await lane.ClockAsync();
        if (batch.LoadAt is { } wanted && wanted != loadedAt)
            _differences.Add($"{name}: it happened at {StoryText.Instant(loadedAt)}, not at {StoryText.Instant(wanted)}");
        var expected = Target.Load(batch.Rows, loadedAt, batch.Options);
        if (actual.Result is not null)
            _batches[loadedAt] = actual.Result.BatchId;
        if (actual.Difference(expected) is { } difference)
            _differences.Add($"{name}: {difference}");
        if (tried?.Attempt.Difference(expected) is { } other)
            _differences.Add($"{name}, dry run: {other}");
        if (tried?.Left is { } left)
            _differences.Add($"{name}, dry run: {left}");
        tally.AddLoad(expected.IsRefused, batch.Rows.Count);
        return expected;
    }
}
