using Ematix.Benchmarks.Measuring;
using Ematix.LocalPostgres;

namespace Ematix.Benchmarks.Loads;

/// <summary>
/// What does the online snapshot add to a load that changes this part of the customers? Each load changes other values of the same
/// part; what a snapshot costs is a load with it less a load without.
/// </summary>
internal static class OnlineLoads
{
    private const string Without = "load without a snapshot";
    private const string Table = "load with OnlineStore.Table";
    private const string View = "load with OnlineStore.MaterializedView";
    private const string Refresh = "REFRESH MATERIALIZED VIEW CONCURRENTLY alone";

    public static async Task RunAsync(PostgresServer server, BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(server, cancellationToken);
        var rows = arguments.Rows ?? 1_000_000;
        await SourceTables.CreateAsync(database, rows, 0);
        var first = Query(percent: 0, turn: 0);
        await OfflineProfile.SyncAsync(database.Store, Source.Sql(first), cancellationToken: cancellationToken);
        await TabledProfile.SyncAsync(database.Store, Source.Sql(first), cancellationToken: cancellationToken);
        await ViewedProfile.SyncAsync(database.Store, Source.Sql(first), cancellationToken: cancellationToken);
        await database.ExecuteAsync("VACUUM ANALYZE");
        var turn = 0;
        foreach (var changed in (int[])[1, 10])
        {
            var query = first;
            Task NextAsync()
            {
                query = Query(changed, ++turn);
                return database.ExecuteAsync("VACUUM ANALYZE features.offline_profile_v1, features.tabled_profile_v1, features.viewed_profile_v1, features.tabled_profile_v1__online, features.viewed_profile_v1__online");
            }

            List<Way> ways =
            [
                new(Without, () => OfflineProfile.SyncAsync(database.Store, Source.Sql(query)), NextAsync),
                new(Table, () => TabledProfile.SyncAsync(database.Store, Source.Sql(query)), NextAsync),
                new(View, () => ViewedProfile.SyncAsync(database.Store, Source.Sql(query)), NextAsync),
                new(Refresh, () => database.ExecuteAsync("REFRESH MATERIALIZED VIEW CONCURRENTLY features.viewed_profile_v1__online"), NextAsync),
            ];
            var timings = await Rounds.RunAsync(arguments.Rounds ?? 5, ways, cancellationToken);
            Report.Heading(FormattableString.Invariant($"Online snapshot of {rows:N0} customers, {changed} % changed"));
            Report.Timings(timings, Without);
            var (table, view) = (timings[1].Median - timings[0].Median, timings[2].Median - timings[0].Median);
            Report.Line(FormattableString.Invariant($"\nUpkeep: the table {table:0.00} s, the materialized view {view:0.00} s; ratio {table / view:0.00}."));
        }
    }

    private static string Query(int percent, int turn) => FormattableString.Invariant($"""
        SELECT customer_id, CASE WHEN customer_id % 100 < {percent} THEN {turn}::bigint ELSE purchases END AS purchases, country, score
        FROM {SourceTables.Name(0)}
        """);
}
