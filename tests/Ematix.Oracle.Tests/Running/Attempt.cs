namespace Ematix.Oracle.Tests;

/// <summary>What the product made of a load: done, refused, or failed in a way that nobody meant.</summary>
internal sealed record Attempt(SyncResult? Result, Exception? Error)
{
    public static async Task<Attempt> RunAsync(Func<Task<SyncResult>> load)
    {
        try
        {
            return new(await load(), null);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return new(null, error);
        }
    }

    /// <summary>How it differs from what the oracle says, or null.</summary>
    public string? Difference(LoadOutcome expected)
    {
        if (expected.Counts is { } counts)
            return Result is { } result ? (Counts(result) == counts ? null : $"expected {counts}\n    actual   {Counts(result)}") : $"expected it to be done\n    actual   {Error?.Message}";
        if (Error is LoadRefusedException refused)
            return expected.Refusals.Any(refusal => IsSame(refusal, refused)) ? null : $"expected {Text(expected)}\n    actual   {refused.GetType().Name}: {refused.Message}";
        return $"expected {Text(expected)}\n    actual   {(Error is null ? "it was done" : $"{Error.GetType().Name}: {Error.Message}")}";
    }

    private static bool IsSame(Refusal expected, LoadRefusedException actual) =>
        expected.Kind == KindOf(actual)
        && expected.Count == actual.RowCount
        && Math.Min(5, expected.Count) == actual.SampleKeys.Count
        && (actual is not UnstorableValueException unstorable || unstorable.Column == expected.Column);

    private static RefusalKind? KindOf(LoadRefusedException refused) => refused switch
    {
        NullKeyException => RefusalKind.NullKey,
        EventTimeException => RefusalKind.EventTime,
        UnstorableValueException => RefusalKind.Value,
        DuplicateKeyException => RefusalKind.Duplicates,
        LateArrivalException => RefusalKind.Late,
        DeleteGuardException => RefusalKind.Deletes,
        _ => null,
    };

    private static LoadCounts Counts(SyncResult result) => new()
    {
        RowsRead = result.RowsRead,
        Outside = result.RowsRead - result.RowsStaged,
        Duplicates = result.Duplicates,
        Unchanged = result.Unchanged,
        Skipped = result.Skipped,
        Inserted = result.Inserted,
        Updated = result.Updated,
        Closed = result.Closed,
        Renewed = result.Renewed,
        Deleted = result.Deleted,
        Expired = result.Expired,
    };

    private static string Text(LoadOutcome refused) => "it to be refused: " + string.Join(" or ", refused.Refusals.Select(refusal => $"{refusal.Kind} {refusal.Column} ({refusal.Count})"));
}
