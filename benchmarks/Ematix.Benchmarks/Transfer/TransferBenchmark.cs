using Ematix.Benchmarks.Measuring;

namespace Ematix.Benchmarks.Transfer;

/// <summary>What does it take to bring rows of the server into Arrow record batches?</summary>
internal static class TransferBenchmark
{
    private const string Product = "the product: binary COPY into Arrow";
    private const string Psql = "psql: binary \\copy to /dev/null";

    public static Verb Verb { get; } = new("transfer", "rows of the server into Arrow record batches, beside psql's binary \\copy and a data reader with builders", RunAsync);

    private static async Task RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        await using var server = await BenchmarkServer.StartAsync(cancellationToken);
        await using var database = await BenchmarkDatabase.CreateAsync(server, cancellationToken);
        var rows = arguments.Rows ?? 1_000_000;
        await WideTable.CreateAsync(database, rows);
        await using var session = await TransferSession.OpenAsync(database, cancellationToken);
        List<Way> ways =
        [
            new(Product, () => session.ToArrowAsync(rows)),
            new("the same bytes read and dropped", () => session.DropAsync()),
            new("NpgsqlDataReader into Arrow builders", () => session.BuildAsync(rows)),
        ];
        if (PsqlProgram.Find() is { } psql)
            ways.Add(new(Psql, () => PsqlProgram.RunAsync(psql, database.ConnectionString, WideTable.PsqlCopy, cancellationToken)));
        var timings = await Rounds.RunAsync(arguments.Rounds ?? 9, ways, cancellationToken);
        Report.Heading(FormattableString.Invariant($"{rows:N0} rows of 12 columns into Arrow"));
        if (ways.Count == 4)
            Report.Timings(timings, Psql);
        else
            Report.Timings(timings);
    }
}
