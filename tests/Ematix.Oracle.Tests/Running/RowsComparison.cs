namespace Ematix.Oracle.Tests;

/// <summary>Compares a table without history with the oracle's rows.</summary>
internal sealed class RowsComparison(
    Lane lane, ViewDriver driver, RowsTable oracle, IReadOnlyDictionary<long, Guid> batches, Tally tally, CancellationToken cancellationToken)
{
    /// <summary>How the product differs, as sentences; none where it agrees.</summary>
    public async Task<IReadOnlyList<string>> AllAsync(Story story)
    {
        var actual = await lane.RowsAsync(driver);
        tally.AddHistory(actual.Count);
        List<string> differences = [];
        foreach (var (values, loadedAt) in oracle.Rows)
        {
            var place = actual.FindIndex(row => row.LoadedAt == loadedAt && row.BatchId == batches[loadedAt] && row.Values.Zip(values).All(pair => Values.Same(pair.First, pair.Second)));
            if (place < 0)
                differences.Add($"the table lacks the row {StoryText.Row(driver.Spec, values)} of the load at {StoryText.Instant(loadedAt)}");
            else
                actual.RemoveAt(place);
        }

        differences.AddRange(actual.Select(row => $"the table has the row {StoryText.Row(driver.Spec, row.Values)} of a load at {StoryText.Instant(row.LoadedAt)}"));
        return driver.Spec.Mode == TableMode.Append ? differences : [.. differences, .. await OnlineAsync(story)];
    }

    private async Task<IReadOnlyList<string>> OnlineAsync(Story story)
    {
        var answers = await driver.OnlineAsync(lane.Store, story.Keys, null, cancellationToken);
        tally.AddLookups(answers.Count);
        List<string> differences = [];
        foreach (var (key, actual) in story.Keys.Zip(answers))
        {
            var expected = oracle.Online(driver.Spec.KeyOf(key), clock: 0);
            if (expected is null != actual is null || (expected is not null && !expected.Zip(actual!).All(pair => Values.Same(pair.First, pair.Second))))
                differences.Add($"online of {StoryText.Key(driver.Spec, key)}\n    expected {StoryText.Row(driver.Spec, expected)}\n    actual   {StoryText.Row(driver.Spec, actual)}");
        }

        return differences;
    }
}
