using Ematix.Benchmarks.Measuring;

namespace Ematix.Benchmarks.Training;

/// <summary>What does a training set cost, end to end, beside other ways to the same rows?</summary>
internal sealed class TrainingBenchmark(Reads reads, BenchmarkDatabase database, Duck duck, int rounds, CancellationToken cancellationToken)
{
    private const string Product = "the product, spine in the database";
    private const string Client = "the product, spine of record batches";
    private const string Psql = "psql: sorted spine, LATERAL, \\copy to /dev/null";
    private const string Ordered = "psql: the same in the spine's order";
    private const string Halves = "psql twice at once: a half of the customers each, in the spine's order";
    private const string AsOf = "DuckDB: ASOF JOIN into a temporary table";
    private const string AsOfOrdered = "DuckDB: the same in the spine's order";
    private const string Feast = "psql: Feast-shaped SQL, \\copy to /dev/null";

    private static readonly int[] Spines = [10_000, 100_000, 1_000_000];

    public static Verb Verb { get; } = new("training", "spines of 10 k, 100 k and 1 M over one and three views of 10 M versions, beside LATERAL by hand, DuckDB and Feast-shaped SQL", RunAsync);

    private static async Task RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        await using var server = await BenchmarkServer.StartAsync(cancellationToken);
        await using var database = await BenchmarkDatabase.CreateAsync(server, cancellationToken);
        var history = new HistoryRows((arguments.Rows ?? 10_000_000) / 10, Versions: 10);
        Report.Progress("Filling three histories here and in DuckDB takes some minutes.");
        await HistoryTables.CreateAsync(database, history, HistoryTables.Names.Length, Spines, cancellationToken);
        await using var duck = await Duck.CreateAsync(history, Spines);
        Report.Progress("Filled. Measuring.");
        var benchmark = new TrainingBenchmark(new Reads(database), database, duck, arguments.Rounds ?? 3, cancellationToken);
        foreach (var views in (int[])[1, 3])
        {
            foreach (var rows in Spines)
            {
                var question = FormattableString.Invariant($"{rows}x{views}");
                if (arguments.Asks(question))
                    await benchmark.MeasureAsync(rows, views, history);
            }
        }
    }

    private async Task MeasureAsync(int rows, int views, HistoryRows history)
    {
        var batches = await reads.BatchesAsync(rows);
        List<Way> ways =
        [
            new(Product, () => reads.ReadAsync(Reads.Table(rows), views)),
            new(Client, () => reads.ReadAsync(Spine.Arrow(batches, "as_of"), views)),
            new(AsOf, () => duck.AsOfAsync(rows, views)),
            new(AsOfOrdered, () => duck.AsOfAsync(rows, views, inSpineOrder: true)),
        ];
        if (PsqlProgram.Find() is { } psql)
        {
            ways.Add(Script(Psql, ByHand.Lateral(HistoryTables.SpineName(rows), views)));
            ways.Add(Script(Ordered, ByHand.Lateral(HistoryTables.SpineName(rows), views, inSpineOrder: true)));
            ways.Add(new(Halves, () => Task.WhenAll(ByHand.Halves(HistoryTables.SpineName(rows), views, history.Customers / 2).Select(script => RunAsync(psql, script)))));
            if (rows * views <= 1_000_000)
                ways.Add(Script(Feast, ByHand.Feast(HistoryTables.SpineName(rows), views)));
        }

        var timings = await Rounds.RunAsync(rounds, ways, cancellationToken);
        Report.Heading(FormattableString.Invariant($"A spine of {rows:N0} over {views} view(s) of {history.Count:N0} versions"));
        Report.Timings(timings, [.. ways.Skip(2).Select(way => way.Name)]);
        await CheckAsync(rows, views);

        Way Script(string name, string script) => new(name, () => RunAsync(psql, script));
    }

    private Task RunAsync(string psql, string script) => PsqlProgram.RunAsync(psql, database.ConnectionString, script, cancellationToken);

    /// <summary>What was timed gave the same answer.</summary>
    private async Task CheckAsync(int rows, int views)
    {
        await duck.AsOfAsync(rows, views);
        var (here, there) = (await reads.ReadAsync(Reads.Table(rows), views), await duck.CheckAsync());
        if (here != there)
            throw new InvalidDataException($"The product read {here}, DuckDB {there}.");
        Report.Line($"\nBoth engines: {here.Text}.");
    }
}
