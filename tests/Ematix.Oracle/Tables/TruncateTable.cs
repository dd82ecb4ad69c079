namespace Ematix.Oracle;

/// <summary>The rows of the last load, one a key.</summary>
internal sealed class TruncateTable(OracleView view) : RowsTable(view)
{
    private protected override LoadOutcome Load(StagedBatch batch)
    {
        if (Duplicates.Refusal(batch) is { } refusal)
            return new([refusal]);
        var deleted = Held.Count;
        Held.Clear();
        Held.AddRange(batch.Rows.DistinctBy(row => row.Key).Select(row => (row.Values, batch.LoadedAt)));
        return new(new LoadCounts { Duplicates = batch.Rows.Count - Held.Count, Deleted = deleted, Inserted = Held.Count });
    }
}
