using Ematix.Benchmarks.Measuring;

namespace Ematix.Benchmarks.Training;

/// <summary>The product's tables, filled as loads over the years would have left them: in the order of load times.</summary>
internal static class HistoryTables
{
    public static readonly string[] Names = ["features.customer_spend_v1", "features.customer_visits_v1", "features.customer_credit_v1"];

    public static string SpineName(int rows) => FormattableString.Invariant($"raw.spine_{rows}");

    /// <param name="database">Where.</param>
    /// <param name="history">The rows of each view.</param>
    /// <param name="views">How many views are filled.</param>
    /// <param name="spines">The spines, by their rows.</param>
    /// <param name="cancellationToken">Ends it between statements.</param>
    public static async Task CreateAsync(BenchmarkDatabase database, HistoryRows history, int views, IEnumerable<int> spines, CancellationToken cancellationToken)
    {
        await database.ExecuteAsync("CREATE SCHEMA raw");
        await CustomerSpend.EnsureAsync(database.Store, cancellationToken: cancellationToken);
        await CustomerVisits.EnsureAsync(database.Store, cancellationToken: cancellationToken);
        await CustomerCredit.EnsureAsync(database.Store, cancellationToken: cancellationToken);
        for (var view = 0; view < views; view++)
        {
            for (var version = 1; version <= history.Versions; version++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await database.ExecuteAsync($"""
                    INSERT INTO {Names[view]}
                    SELECT h.*, h.valid_to IS NULL, 0, h.valid_from, '00000000-0000-0000-0000-000000000001', CASE WHEN h.valid_to IS NOT NULL THEN 'next' END
                    FROM ({history.Of(version, view, "timestamptz")}) AS h
                    """);
            }

            await database.ExecuteAsync($"VACUUM ANALYZE {Names[view]}");
        }

        foreach (var rows in spines)
            await database.ExecuteAsync($"CREATE TABLE {SpineName(rows)} AS {history.Spine(rows, "timestamptz")}", $"VACUUM ANALYZE {SpineName(rows)}");
    }

    /// <summary>Writes a history anew, in the order of keys: CLUSTER can't, for its index over visible versions is a partial one.</summary>
    public static async Task SortAsync(BenchmarkDatabase database, int view)
    {
        await database.TransactAsync(
            $"CREATE TEMPORARY TABLE sorted ON COMMIT DROP AS SELECT * FROM {Names[view]} ORDER BY customer_id, valid_from",
            $"TRUNCATE {Names[view]}",
            $"INSERT INTO {Names[view]} SELECT * FROM sorted");
        await database.ExecuteAsync($"VACUUM ANALYZE {Names[view]}");
    }
}
