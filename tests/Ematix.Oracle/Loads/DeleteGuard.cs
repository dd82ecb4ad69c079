namespace Ematix.Oracle;

/// <summary>Refuses deletes that look like a broken source.</summary>
internal static class DeleteGuard
{
    /// <param name="batch">The load.</param>
    /// <param name="gone">How many keys would go.</param>
    /// <param name="keys">How many could.</param>
    public static Refusal? Refusal(StagedBatch batch, int gone, int keys)
    {
        var isAllowed = batch.RowsRead == 0 ? batch.Options.AllowsEmptySource : gone <= batch.Options.MaxDeleteFraction * keys;
        return gone == 0 || isAllowed ? null : new Refusal(RefusalKind.Deletes, null, gone, []);
    }
}
