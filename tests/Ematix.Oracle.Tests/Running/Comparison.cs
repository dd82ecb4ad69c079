namespace Ematix.Oracle.Tests;

/// <summary>Compares everything that can be asked of the product with the oracle's answer.</summary>
internal sealed class Comparison(
    Lane lane, ViewDriver driver, OracleTable oracle, IReadOnlyDictionary<long, Guid> batches, Tally tally, CancellationToken cancellationToken)
{
    private const int Singles = 10;

    private readonly List<string> _differences = [];

    private ViewSpec Spec => driver.Spec;

    /// <summary>How the product differs, as sentences; none where it agrees.</summary>
    public async Task<IReadOnlyList<string>> AllAsync(Story story)
    {
        await HistoriesAsync(story);
        await PointsInTimeAsync(story);
        await OnlineAsync(story);
        return _differences;
    }

    private async Task HistoriesAsync(Story story)
    {
        var (rows, expectedRows) = (await lane.RowCountAsync(driver), oracle.Keys.Sum(key => oracle.History(key).Count));
        if (rows != expectedRows)
            _differences.Add($"the table has {rows} rows instead of {expectedRows}");
        foreach (var key in story.Keys)
        {
            var expected = oracle.History(Spec.KeyOf(key));
            Compare("history", key, expected, await driver.HistoryAsync(lane.Store, key, includeReplaced: true, cancellationToken));
            Compare("visible history", key, [.. expected.Where(version => version.IsVisible)], await driver.HistoryAsync(lane.Store, key, includeReplaced: false, cancellationToken));
        }
    }

    private void Compare(string what, IReadOnlyList<object?> key, IReadOnlyList<HistoryVersion> expected, IReadOnlyList<ReadVersion> actual)
    {
        tally.AddHistory(expected.Count);
        if (expected.Count != actual.Count || !expected.Zip(actual, IsSame).All(same => same))
            _differences.Add($"{what} of {StoryText.Key(Spec, key)}\n    expected{StoryText.Versions(Spec, expected)}\n    actual  {StoryText.Versions(Spec, actual)}");
    }

    private bool IsSame(HistoryVersion expected, ReadVersion actual) =>
        (expected.From, expected.To, expected.ClosedBy?.ToString().ToLowerInvariant(), expected.LoadedAt, expected.To is null, !expected.IsVisible)
            == (actual.From, actual.To, actual.ClosedBy, actual.LoadedAt, actual.IsCurrent, actual.IsReplaced)
        && batches[expected.LoadedAt] == actual.BatchId
        && IsSame(expected.Values, actual.Values);

    private async Task PointsInTimeAsync(Story story)
    {
        var lookups = Lookups.Of(Spec, story, oracle);
        foreach (var shorter in lookups.GroupBy(lookup => lookup.Ttl))
        {
            Lookup[] asked = [.. shorter];
            var answers = await driver.PointInTimeAsync(lane.Store, asked, shorter.Key, cancellationToken);
            CompareAll(asked, answers, "point in time, batch");
        }

        foreach (var lookup in lookups.Take(Singles))
            CompareAll([lookup], [await driver.PointInTimeAsync(lane.Store, lookup, cancellationToken)], "point in time, single");
        if (lookups is [var one, ..])
        {
            Lookup[] asked = [.. story.Keys.Select(key => one with { Key = key, Ttl = null })];
            CompareAll(asked, await driver.PointInTimeAsync(lane.Store, story.Keys, one.AsOf, cancellationToken), "point in time, one instant");
        }
    }

    private void CompareAll(Lookup[] asked, IReadOnlyList<object?[]?> answers, string how)
    {
        tally.AddLookups(asked.Length);
        if (asked.Length != answers.Count)
            _differences.Add($"{how}: {answers.Count} answers to {asked.Length} questions");
        foreach (var (lookup, actual) in asked.Zip(answers))
        {
            var (asOf, ttl) = (Micros.Floor(lookup.AsOf), lookup.Ttl is { } shorter ? Micros.Of(shorter) : default(long?));
            var expected = oracle.PointInTime(Spec.KeyOf(lookup.Key), asOf, ttl);
            if (!IsSame(expected, actual))
                _differences.Add($"{how} of {StoryText.Key(Spec, lookup.Key)} at {StoryText.Instant(asOf)}{(ttl is null ? "" : $", time to live {ttl} µs")}\n    expected {StoryText.Row(Spec, expected)}\n    actual   {StoryText.Row(Spec, actual)}");
        }
    }

    /// <summary>How online answers differ now.</summary>
    public async Task<IReadOnlyList<string>> OnlineAsync(Story story)
    {
        var before = await lane.ClockAsync();
        IReadOnlyList<object?>[] asked = [.. story.Keys, .. story.Keys.Reverse().Take(3)];
        var answers = await driver.OnlineAsync(lane.Store, asked, null, cancellationToken);
        var singles = new List<object?[]?>();
        foreach (var key in asked.Take(Singles))
            singles.Add(await driver.OnlineAsync(lane.Store, key, null, cancellationToken));
        var after = await lane.ClockAsync();
        CompareOnline(asked, answers, "online, batch", before, after);
        CompareOnline([.. asked.Take(Singles)], singles, "online, single", before, after);
        return _differences;
    }

    /// <summary>The clock moves while the product answers: the answer is the one of some instant in between.</summary>
    private void CompareOnline(IReadOnlyList<object?>[] asked, IReadOnlyList<object?[]?> answers, string how, long before, long after)
    {
        tally.AddLookups(asked.Length);
        if (asked.Length != answers.Count)
            _differences.Add($"{how}: {answers.Count} answers to {asked.Length} questions");
        foreach (var (key, actual) in asked.Zip(answers))
        {
            var expected = oracle.Online(Spec.KeyOf(key), before);
            if (!IsSame(expected, actual) && !IsSame(oracle.Online(Spec.KeyOf(key), after), actual))
                _differences.Add($"{how} of {StoryText.Key(Spec, key)} at {StoryText.Instant(before)}\n    expected {StoryText.Row(Spec, expected)}\n    actual   {StoryText.Row(Spec, actual)}");
        }
    }

    private static bool IsSame(object?[]? expected, object?[]? actual) =>
        expected is null || actual is null ? expected is null && actual is null : expected.Zip(actual).All(pair => Values.Same(pair.First, pair.Second));
}
