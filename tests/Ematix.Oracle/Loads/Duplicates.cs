namespace Ematix.Oracle;

/// <summary>Rows of one key that nothing orders: identical ones collapse, differing ones refuse the load.</summary>
internal static class Duplicates
{
    public static Refusal? Refusal(StagedBatch batch)
    {
        var keys = batch.Rows.GroupBy(row => row.Key)
            .Select(group => group.Where(row => !OracleView.SaysTheSame(row.Values, group.Last().Values, batch.View.Features)).ToArray())
            .Where(differing => differing.Length > 0)
            .ToArray();
        return keys.Length == 0 ? null : new Refusal(RefusalKind.Duplicates, null, keys.Length, [.. keys.SelectMany(differing => differing.Select(row => row.Place))]);
    }
}
