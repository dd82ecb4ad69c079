using Ematix.Benchmarks.Measuring;

namespace Ematix.Benchmarks.Training;

/// <summary>The product's tables, filled as loads over the years would have left them: in the order of load times.</summary>
internal static class HistoryTables
{
    public static readonly string[] Names = ["features.customer_spend_v1", "features.customer_visits_v1", "features.customer_credit_v1"];

    public static string SpineName(int rows) => FormattableString.Invariant($"raw.spine_{rows}");

    public static async Task CreateAsync(BenchmarkDatabase database, int customers, IEnumerable<int> spines, CancellationToken cancellationToken)
    {
        await database.ExecuteAsync("CREATE SCHEMA raw");
        await CustomerSpend.EnsureAsync(database.Store, cancellationToken: cancellationToken);
        await CustomerVisits.EnsureAsync(database.Store, cancellationToken: cancellationToken);
        await CustomerCredit.EnsureAsync(database.Store, cancellationToken: cancellationToken);
        for (var view = 0; view < Names.Length; view++)
        {
            for (var version = 1; version <= HistoryRows.Versions; version++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await database.ExecuteAsync($"""
                    INSERT INTO {Names[view]}
                    SELECT h.*, h.valid_to IS NULL, 0, h.valid_from, '00000000-0000-0000-0000-000000000001', CASE WHEN h.valid_to IS NOT NULL THEN 'next' END
                    FROM ({HistoryRows.Of(customers, version, view, "timestamptz")}) AS h
                    """);
            }

            await database.ExecuteAsync($"VACUUM ANALYZE {Names[view]}");
        }

        foreach (var rows in spines)
            await database.ExecuteAsync($"CREATE TABLE {SpineName(rows)} AS {HistoryRows.Spine(rows, customers, "timestamptz")}", $"VACUUM ANALYZE {SpineName(rows)}");
    }
}
