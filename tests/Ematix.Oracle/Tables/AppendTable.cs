namespace Ematix.Oracle;

/// <summary>Every row that ever came.</summary>
internal sealed class AppendTable(OracleView view) : RowsTable(view)
{
    private protected override LoadOutcome Load(StagedBatch batch)
    {
        Held.AddRange(batch.Rows.Select(row => (row.Values, batch.LoadedAt)));
        return new(new LoadCounts { Inserted = batch.Rows.Count });
    }
}
