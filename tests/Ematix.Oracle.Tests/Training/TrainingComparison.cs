using System.Globalization;

namespace Ematix.Oracle.Tests;

/// <summary>Compares reads of the product with the oracle, row by row.</summary>
internal sealed class TrainingComparison(TrainingReader reader, IReadOnlyList<OracleTable> tables, Tally tally)
{
    private const int Shown = 2;
    private const int LinesOfError = 6;

    /// <summary>Reads, and answers how it differs, as sentences; what was read is null where that failed.</summary>
    public async Task<(TrainingOutput? Output, IReadOnlyList<string> Differences)> CompareAsync(TrainingRead read)
    {
        var (output, differences) = await TryAsync(read);
        // Whoever looks for the cause wants to know whether it takes the other rows.
        if (differences is [{ Row: { } row } first, ..] && read.Spine.Rows.Count > 1)
        {
            var alone = await TryAsync(read with { Spine = read.Spine.Of([row]) });
            differences[0] = first with { Text = $"{first.Text}\n    The row alone {(alone.Differences.Count == 0 ? "gives what is expected." : "differs, too.")}" };
        }

        return (output, [.. differences.Select(difference => $"{TrainingText.Of(read)}{difference.Text}")]);
    }

    private async Task<(TrainingOutput? Output, List<Difference> Differences)> TryAsync(TrainingRead read)
    {
        tally.AddSpine(read.Spine.Rows.Count, read.Members.Count);
        try
        {
            var output = await reader.ReadAsync(read);
            return (output, [.. Differences(read, output)]);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return (null, [new(null, $"\n    {string.Join("\n    ", error.ToString().Split('\n').Take(LinesOfError))}")]);
        }
    }

    private IEnumerable<Difference> Differences(TrainingRead read, TrainingOutput output)
    {
        var answer = new TrainingAnswer(read, reader.Specs);
        var columns = answer.Columns;
        string[] names = read.GivesRows ? [.. columns.Select(column => column.Name)] : [.. answer.Names()];
        if (!read.GivesRows && !names.SequenceEqual(output.Names))
            yield return new(null, $"\n    expected the columns {string.Join(", ", names)}\n    actual              {string.Join(", ", output.Names)}");
        if (!read.GivesRows && !answer.IsRightKnownAt(tables, output.KnownAt))
            yield return new(null, $"\n    used {(output.KnownAt is { } used ? StoryText.Instant(used) : "everything")}, not the latest of the views' own last loads");
        if (read.Spine.Rows.Count != output.Rows.Count)
            yield return new(null, string.Create(CultureInfo.InvariantCulture, $": {output.Rows.Count} rows for {read.Spine.Rows.Count} of the spine"));
        var wrong = read.Spine.Rows.Zip(output.Rows).Index().Select(row => (row.Index, Spine: row.Item.First, Expected: answer.Row(tables, row.Item.First), Actual: row.Item.Second))
            .Where(row => !TrainingOutput.IsSame(row.Expected, row.Actual)).Take(Shown);
        foreach (var (number, spine, expected, actual) in wrong)
        {
            var asked = TrainingText.Row(read.Spine.Columns, [.. read.Spine.Columns.Select(column => column.Name)], read.Spine.Stored(spine));
            yield return new(number, string.Create(CultureInfo.InvariantCulture, $", row {number + 1} of {read.Spine.Rows.Count}\n    spine    {asked}\n    expected {TrainingText.Row(columns, names, expected)}\n    actual   {TrainingText.Row(columns, names, actual)}"));
        }
    }

    /// <param name="Row">The row of the spine, from 0, or null.</param>
    /// <param name="Text">What is wrong.</param>
    private sealed record Difference(int? Row, string Text);
}
