namespace Ematix.Oracle.Tests;

/// <summary>What the product answers after a story, to compare with its answers after another one.</summary>
/// <param name="Histories">The versions of each key, the replaced ones included.</param>
/// <param name="Answers">The answer to each lookup.</param>
internal sealed record Snapshot(IReadOnlyList<IReadOnlyList<ReadVersion>> Histories, IReadOnlyList<object?[]?> Answers)
{
    public static async Task<Snapshot> TakeAsync(
        Lane lane, ViewDriver driver, IReadOnlyList<IReadOnlyList<object?>> keys, IReadOnlyList<Lookup> lookups, Tally tally, CancellationToken cancellationToken)
    {
        var histories = new List<IReadOnlyList<ReadVersion>>();
        foreach (var key in keys)
        {
            histories.Add(await driver.HistoryAsync(lane.Store, key, includeReplaced: true, cancellationToken));
            tally.AddHistory(histories[^1].Count);
        }

        tally.AddLookups(lookups.Count);
        return new(histories, await driver.PointInTimeAsync(lane.Store, lookups, null, cancellationToken));
    }

    /// <summary>How another one differs, as sentences.</summary>
    /// <param name="other">The other one.</param>
    /// <param name="spec">The view.</param>
    /// <param name="keys">The keys of both.</param>
    /// <param name="lookups">The questions of both.</param>
    /// <param name="what">What of a history must be equal.</param>
    public IEnumerable<string> Differences(
        Snapshot other, ViewSpec spec, IReadOnlyList<IReadOnlyList<object?>> keys, IReadOnlyList<Lookup> lookups, Func<IReadOnlyList<ReadVersion>, IEnumerable<ReadVersion>> what)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            ReadVersion[] left = [.. what(Histories[i])], right = [.. what(other.Histories[i])];
            if (left.Length != right.Length || !left.Zip(right, IsSame).All(same => same))
                yield return $"history of {StoryText.Key(spec, keys[i])}\n    one   {StoryText.Versions(spec, left)}\n    other {StoryText.Versions(spec, right)}";
        }

        foreach (var (lookup, left, right) in lookups.Zip(Answers, other.Answers))
        {
            if (left is null != right is null || (left is not null && !left.Zip(right!).All(pair => Values.Same(pair.First, pair.Second))))
                yield return $"answer for {StoryText.Key(spec, lookup.Key)} at {StoryText.Instant(Micros.Floor(lookup.AsOf))}\n    one   {StoryText.Row(spec, left)}\n    other {StoryText.Row(spec, right)}";
        }
    }

    private static bool IsSame(ReadVersion left, ReadVersion right) =>
        left with { Values = [], BatchId = default } == right with { Values = [], BatchId = default } && left.Values.Zip(right.Values).All(pair => Values.Same(pair.First, pair.Second));
}
