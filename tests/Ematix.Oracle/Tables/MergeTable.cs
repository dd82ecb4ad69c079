namespace Ematix.Oracle;

/// <summary>One row a key, brought up to date; with an event time, never by an older event.</summary>
internal sealed class MergeTable(OracleView view) : RowsTable(view)
{
    private protected override LoadOutcome Load(StagedBatch batch)
    {
        if (View.EventTime is null && Duplicates.Refusal(batch) is { } duplicates)
            return new([duplicates]);
        StagedRow[] reduced = [.. batch.Rows.GroupBy(row => row.Key).Select(group => Newest(group, batch))];
        RowKey[] keys = [.. Held.Select(row => View.KeyOf(row.Values))];
        RowKey[] gone = batch.Options.DeletesAbsent ? [.. keys.Except(reduced.Select(row => row.Key))] : [];
        if (DeleteGuard.Refusal(batch, gone.Length, keys.Length) is { } guarded)
            return new([guarded]);

        Held.RemoveAll(row => gone.Contains(View.KeyOf(row.Values)));
        var (inserted, updated) = (0, 0);
        foreach (var row in reduced)
        {
            var place = PlaceOf(row.Key);
            if (place < 0)
                Held.Add((row.Values, batch.LoadedAt));
            else if (Changes(row, Held[place].Values, batch))
                Held[place] = ([.. Held[place].Values.Select((value, column) => batch.Compared.Contains(column) ? row.Values[column] : value)], batch.LoadedAt);
            else
                continue;
            (inserted, updated) = place < 0 ? (inserted + 1, updated) : (inserted, updated + 1);
        }

        return new(new LoadCounts
        {
            Duplicates = batch.Rows.Count - reduced.Length,
            Unchanged = reduced.Length - inserted - updated,
            Inserted = inserted,
            Updated = updated,
            Deleted = gone.Length,
        });
    }

    /// <summary>The newest event of a key, of tied ones the last in source order.</summary>
    private StagedRow Newest(IEnumerable<StagedRow> rows, StagedBatch batch) => View.EventTime is null ? rows.Last() : rows.OrderBy(batch.At).Last();

    private bool Changes(StagedRow row, object?[] known, StagedBatch batch) =>
        !OracleView.SaysTheSame(row.Values, known, batch.Compared) && (View.EventTime is not { } at || (long)row.Values[at]! >= (long)known[at]!);
}
