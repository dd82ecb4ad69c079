using CsCheck;

namespace Ematix.Oracle.Tests;

/// <summary>
/// One batch equals any split of it into loads in any order, with <see cref="Late.Insert"/>: the visible history is the same, ends of the
/// time to live apart, and so are the answers; different rows of one key and instant keep their order. The oracle is not asked.
/// </summary>
internal sealed class SplitProperty(ViewDriver driver) : Property($"splits of {driver.Spec.Name}")
{
    private const int MostLoads = 4;

    public override async Task CheckAsync(Lane lane, uint number, Tally tally, CancellationToken cancellationToken)
    {
        var (story, shuffle) = Case(Gen.Select(StoryGen.Now(driver.Spec, await lane.ClockAsync()), Gen.Int), number);
        await Failure.CheckAsync(driver.Spec, story, each => DifferencesAsync(lane, each, shuffle, tally, cancellationToken));
    }

    private async Task<IReadOnlyList<string>> DifferencesAsync(Lane lane, Story story, int shuffle, Tally tally, CancellationToken cancellationToken)
    {
        object?[][] rows = [.. story.Batches.Where(batch => !batch.IsPoisoned).SelectMany(batch => batch.Rows)];
        var whole = new StoryRun(lane, driver, tally, cancellationToken);
        var differences = new List<string>(await whole.LoadAsync([new Batch(rows) { Options = new() { Late = Late.Insert } }]));
        var lookups = Lookups.Of(driver.Spec, story, whole.Oracle).Where(lookup => lookup.Ttl is null).ToArray();
        var one = await Snapshot.TakeAsync(lane, driver, story.Keys, lookups, tally, cancellationToken);

        differences.AddRange(await new StoryRun(lane, driver, tally, cancellationToken).LoadAsync(Split(rows, new Random(shuffle))));
        var other = await Snapshot.TakeAsync(lane, driver, story.Keys, lookups, tally, cancellationToken);
        differences.AddRange(one.Differences(other, driver.Spec, story.Keys, lookups, Visible));
        differences.AddRange(await lane.AuditAsync(driver));
        tally.AddStory(story.Sequences(driver.Spec));
        return differences;
    }

    /// <summary>Each row in some load; the rows of one key and instant in their order.</summary>
    private IReadOnlyList<Batch> Split(object?[][] rows, Random random)
    {
        var loads = Enumerable.Range(0, MostLoads).Select(_ => new List<object?[]>()).ToArray();
        var tied = rows.GroupBy(row => (driver.Spec.KeyOf(row), Micros.Floor((DateTimeOffset)row[driver.Spec.View.EventTime!.Value]!))).Select(group => group.ToArray()).ToArray();
        random.Shuffle(tied);
        foreach (var group in tied)
        {
            foreach (var (row, load) in group.Zip(group.Select(_ => random.Next(MostLoads)).Order()))
                loads[load].Add(row);
        }

        return [.. loads.Select(load => new Batch(load) { Options = new() { Late = Late.Insert } })];
    }

    private static IEnumerable<ReadVersion> Visible(IReadOnlyList<ReadVersion> history) => history
        .Where(version => !version.IsReplaced)
        .Select(version => version with { LoadedAt = 0, To = null, IsCurrent = false, ClosedBy = null });
}
