using Ematix.Benchmarks.Measuring;
using Ematix.LocalPostgres;

namespace Ematix.Benchmarks.Loads;

/// <summary>Does a load that changes nothing grow with the versions that customers have, and how with the number of customers?</summary>
internal static class Growth
{
    public static async Task RunAsync(PostgresServer server, BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var rows = (arguments.Rows ?? 1_000_000) / 10;
        var rounds = arguments.Rounds ?? 5;
        Report.Heading(FormattableString.Invariant($"A load of {rows:N0} customers that changes nothing, by versions a customer"));
        Report.Timings(await MeasureAsync(server, [1, 10, 50], _ => rows, versions => versions, versions => $"{versions} version(s)", rounds, cancellationToken), "1 version(s)");
        Report.Heading("A load that changes nothing, by customers, three versions each");
        Report.Timings(await MeasureAsync(server, [1, 10, 100], step => step * rows / 10, _ => 3, step => FormattableString.Invariant($"{step * rows / 10:N0} customers"), rounds, cancellationToken), FormattableString.Invariant($"{rows / 10:N0} customers"));
    }

    private static async Task<IReadOnlyList<Timing>> MeasureAsync(
        PostgresServer server, int[] steps, Func<int, int> rows, Func<int, int> versions, Func<int, string> name, int rounds, CancellationToken cancellationToken)
    {
        var databases = new List<BenchmarkDatabase>();
        var ways = new List<Way>();
        foreach (var step in steps)
        {
            var database = await BenchmarkDatabase.CreateAsync(server, cancellationToken);
            databases.Add(database);
            await SourceTables.CreateAsync(database, rows(step), 0);
            await CustomerProfile.EnsureAsync(database.Store, cancellationToken: cancellationToken);
            await new HistoryTable(database, "features.customer_profile_v1").FillAsync(versions(step));
            ways.Add(new(name(step), () => CustomerProfile.SyncAsync(database.Store, Source.Sql(SourceTables.Query(0)))));
        }

        var timings = await Rounds.RunAsync(rounds, ways, cancellationToken);
        foreach (var database in databases)
            await database.DisposeAsync();
        return timings;
    }
}
