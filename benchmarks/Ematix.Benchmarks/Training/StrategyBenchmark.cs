using Ematix.Benchmarks.Measuring;
using Ematix.LocalPostgres;

namespace Ematix.Benchmarks.Training;

/// <summary>Which of the product's strategies joins a spine with a history best, by the spine's size and by how dense it lies on the keys?</summary>
internal static class StrategyBenchmark
{
    private static readonly JoinStrategy[] Strategies = [JoinStrategy.Probe, JoinStrategy.Hash, JoinStrategy.OnePass];

    public static Verb Verb { get; } = new("strategies", "the product's ways to join a spine with a history: sparse, whole, clustered, dense, denser", RunAsync);

    private static async Task RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        await using var server = await BenchmarkServer.StartAsync(cancellationToken);
        foreach (var question in StrategyQuestion.All(arguments.Rows ?? 10_000_000).Where(question => arguments.Asks(question.Name)))
            await MeasureAsync(server, question, arguments.Rounds ?? 3, cancellationToken);
    }

    private static async Task MeasureAsync(PostgresServer server, StrategyQuestion question, int rounds, CancellationToken cancellationToken)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(server, cancellationToken);
        Report.Progress(FormattableString.Invariant($"{question.Name}: filling a history of {question.History.Count:N0} versions."));
        await HistoryTables.CreateAsync(database, question.History, views: 1, question.Spines, cancellationToken);
        if (question.IsSorted)
            await HistoryTables.SortAsync(database, view: 0);
        var reads = new Reads(database);
        foreach (var rows in question.Spines)
        {
            var answers = new HashSet<Checksum>();
            Way[] ways = [.. Strategies.Select(strategy => new Way(strategy.ToString(), async () => answers.Add(await reads.ReadAsync(Reads.Table(rows), views: 1, strategy))))];
            var timings = await Rounds.RunAsync(rounds, ways, cancellationToken);
            Report.Heading(question.Heading(rows));
            Report.Timings(timings, ways[0].Name);
            if (answers.Count != 1)
                throw new InvalidDataException($"The strategies read {string.Join(" and ", answers)}.");
            Report.Line($"\nAll strategies: {answers.Single().Text}.");
        }
    }
}
