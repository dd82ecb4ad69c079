namespace Ematix.Oracle.Tests;

/// <summary>What is seen of a table: visible versions or rows, without what tells loads apart.</summary>
internal static class VisibleState
{
    public static async Task<IReadOnlyList<string>> OfAsync(Lane lane, ViewDriver driver, IReadOnlyList<IReadOnlyList<object?>> keys, Tally tally, CancellationToken cancellationToken)
    {
        if (driver.Spec.Mode != TableMode.History)
            return [.. (await lane.RowsAsync(driver)).Select(row => StoryText.Row(driver.Spec, row.Values)).Order(StringComparer.Ordinal)];
        List<string> lines = [];
        foreach (var key in keys)
        {
            var history = await driver.HistoryAsync(lane.Store, key, includeReplaced: false, cancellationToken);
            tally.AddHistory(history.Count);
            lines.AddRange(history.Select(version => $"{StoryText.Instant(version.From)} {StoryText.Row(driver.Spec, version.Values)}"));
        }

        return lines;
    }

    /// <summary>How two of them differ, as a sentence or none.</summary>
    public static IEnumerable<string> Differences(string name, IReadOnlyList<string> one, string otherName, IReadOnlyList<string> other)
    {
        if (!one.SequenceEqual(other))
            yield return $"{name}\n      {string.Join("\n      ", one.Except(other))}\n    {otherName}\n      {string.Join("\n      ", other.Except(one))}\n    of {one.Count} and {other.Count} lines";
    }
}
