using System.Globalization;
using Apache.Arrow;

namespace Ematix.Tests.Memory;

/// <summary>A historical read in a process of its own, whose heap is limited. Checks every row, and prints how many there were.</summary>
internal static class SpineWorker
{
    /// <summary>The first argument of a process that is to be one; the kind of spine and the number of rows follow.</summary>
    public const string Command = "read-in-bounded-memory";

    public static async Task<int> RunAsync(string kind, string rows)
    {
        var count = int.Parse(rows, CultureInfo.InvariantCulture);
        await using var store = FeatureStore.Open(Environment.GetEnvironmentVariable(MemoryWorker.StoreVariable)!);
        try
        {
            var (read, found, purchases) = kind switch
            {
                "table" => await CountAsync(UserSpend.HistoricalFeaturesAsync(store, Spine.Table("public", "pairs", "t"))),
                "batches" => await CountAsync(UserSpend.HistoricalFeaturesAsync(store, Spine.Arrow(LongSpine.Batches(count), "t"))),
                "rows" => await CountAsync(UserSpend.HistoricalRowsAsync(store, Enumerable.Range(0, count).Select(LongSpine.Row))),
                "list" => Hold(count),
                _ => throw new ArgumentException($"{kind} is no kind of spine.", nameof(kind)),
            };
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{read} rows, {found} found, {purchases} purchases"));
            return 0;
        }
        catch (OutOfMemoryException)
        {
            return MemoryWorker.OutOfMemory;
        }
    }

    private static async Task<(int Rows, int Found, long Purchases)> CountAsync(HistoricalFeatures features)
    {
        var (rows, found, sum) = (0, 0, 0L);
        await foreach (var batch in features)
        {
            using (batch)
            {
                var (labels, purchases) = ((Int32Array)batch.Column("label"), (Int64Array)batch.Column("purchases"));
                for (var i = 0; i < batch.Length; i++)
                    Count(labels.GetValue(i), purchases.GetValue(i), ref rows, ref found, ref sum);
            }
        }

        return (rows, found, sum);
    }

    private static async Task<(int Rows, int Found, long Purchases)> CountAsync(IAsyncEnumerable<UserSpend?> answers)
    {
        var (rows, found, sum) = (0, 0, 0L);
        await foreach (var answer in answers)
            Count(rows, answer?.Purchases, ref rows, ref found, ref sum);
        return (rows, found, sum);
    }

    /// <exception cref="InvalidOperationException">The row is not the next one, or has another answer.</exception>
    private static void Count(int? label, long? purchases, ref int rows, ref int found, ref long sum)
    {
        if (label != rows || purchases != LongSpine.Purchases(rows))
            throw new InvalidOperationException($"Row {rows} has the label {label} and {purchases} purchases, not {LongSpine.Purchases(rows)}.");
        rows++;
        found += purchases is null ? 0 : 1;
        sum += purchases ?? 0;
    }

    /// <summary>Spine and answers as objects.</summary>
    private static (int Rows, int Found, long Purchases) Hold(int count)
    {
        List<SpineRow<long>> spine = [.. Enumerable.Range(0, count).Select(LongSpine.Row)];
        List<UserSpend?> answers = [.. spine.Select((row, i) => LongSpine.Purchases(i) is { } purchases ? new UserSpend { UserId = row.Key, Purchases = purchases, At = row.AsOf } : null)];
        return (spine.Count, answers.Count(answer => answer is not null), answers.Sum(answer => answer?.Purchases ?? 0));
    }
}
