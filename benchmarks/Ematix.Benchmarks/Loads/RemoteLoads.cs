using System.Diagnostics;
using Ematix.Benchmarks.Measuring;
using Ematix.LocalPostgres;
using Npgsql;

namespace Ematix.Benchmarks.Loads;

/// <summary>What does a load of all customers cost when they come from another database?</summary>
internal sealed class RemoteLoads(BenchmarkDatabase from, BenchmarkDatabase to, HistoryTable template, HistoryTable product, HistoryTable hashed)
{
    private const string Staged = "raw.staged";
    private const string Product = "the product";
    private const string Stage = "of that, the staging";
    private const string Pipe = "binary COPY into a table, nothing else";
    private const string Psql = "psql's \\copy into psql's \\copy, nothing else";
    private const string Hash = "binary COPY, then md5 of row text";

    public static async Task RunAsync(PostgresServer server, BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        var rows = arguments.Rows ?? 1_000_000;
        await using var from = await BenchmarkDatabase.CreateAsync(server, cancellationToken);
        await SourceTables.CreateAsync(from, rows, 0, 1, 10, 100);
        await using var to = await BenchmarkDatabase.CreateAsync(server, cancellationToken);
        await SourceTables.CreateAsync(to, rows, 0);
        await to.ExecuteAsync($"CREATE TABLE {Staged} (LIKE {SourceTables.Name(0)})");
        await CustomerProfile.EnsureAsync(to.Store, cancellationToken: cancellationToken);
        var product = new HistoryTable(to, "features.customer_profile_v1");
        var template = await product.LikeAsync("raw.template");
        await template.FillAsync(versions: 1);
        var hashed = await product.LikeAsync("raw.hashed");
        await RowTextHash.AddAsync(hashed);
        var loads = new RemoteLoads(from, to, template, product, hashed);
        foreach (var changed in (int[])[0, 1, 10, 100])
            await loads.MeasureAsync(rows, changed, arguments.Rounds ?? 5, cancellationToken);
    }

    private async Task MeasureAsync(int rows, int changed, int rounds, CancellationToken cancellationToken)
    {
        var query = SourceTables.Query(changed);
        var stages = new List<double>();
        List<Way> ways =
        [
            new(Product, async () => stages.Add((await CustomerProfile.SyncAsync(to.Store, Source.Sql(from.Plain, query))).Steps.Single(step => step.Kind == SyncStepKind.Stage).Duration.TotalSeconds),
                () => product.CopyAsync(template)),
            new(Pipe, () => Raw.PipeAsync(from, query, to, Staged), EmptyAsync),
            new(Hash, () => HashAsync(query), async () =>
            {
                await EmptyAsync();
                await RowTextHash.CopyAsync(hashed, template);
            }),
        ];
        if (PsqlProgram.Find() is { } psql)
            ways.Add(new(Psql, () => PsqlAsync(psql, query), EmptyAsync));
        var timings = await Rounds.RunAsync(rounds, ways, cancellationToken);
        timings = [timings[0], new Timing(Stage, [.. stages.Skip(1)]), .. timings.Skip(1)];
        Report.Heading(FormattableString.Invariant($"{rows:N0} rows of another database into {rows:N0} customers, {changed} % changed"));
        Report.Timings(timings, [Pipe, Hash, .. timings.Any(timing => timing.Name == Psql) ? [Psql] : Array.Empty<string>()]);
    }

    private Task EmptyAsync() => to.ExecuteAsync($"TRUNCATE {Staged}");

    private async Task HashAsync(string query)
    {
        await Raw.PipeAsync(from, query, to, Staged);
        await RowTextHash.LoadAsync(hashed, Staged);
    }

    private async Task PsqlAsync(string psql, string query)
    {
        var start = new ProcessStartInfo("sh", ["-c", "\"$PSQL\" -qXd \"$SOURCE\" -c \"$OUT\" | \"$PSQL\" -qX -c \"$IN\""]);
        PsqlProgram.Address(start, to.ConnectionString);
        (start.Environment["PSQL"], start.Environment["SOURCE"]) = (psql, new NpgsqlConnectionStringBuilder(from.ConnectionString).Database);
        (start.Environment["OUT"], start.Environment["IN"]) = ($"\\copy ({query}) to stdout (format binary)", $"\\copy {Staged} from stdin (format binary)");
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"psql ended with {process.ExitCode}.");
    }
}
