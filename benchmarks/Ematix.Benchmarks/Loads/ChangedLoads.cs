using Ematix.Benchmarks.Measuring;
using Ematix.LocalPostgres;

namespace Ematix.Benchmarks.Loads;

/// <summary>What does a load of all customers cost when this part of them changed?</summary>
internal sealed class ChangedLoads(BenchmarkDatabase database, HistoryTable template, HistoryTable product, HistoryTable byHand, HistoryTable hashed)
{
    private const string Product = "the product";
    private const string Hand = "by hand, same checks";
    private const string Hash = "md5 of row text";
    private const string Insert = "raw INSERT … SELECT into an empty history";
    private const string Write = "raw UPDATE and INSERT";

    public static async Task RunAsync(PostgresServer server, BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(server, cancellationToken);
        var rows = arguments.Rows ?? 1_000_000;
        await SourceTables.CreateAsync(database, rows, 0, 1, 10, 100);
        await CustomerProfile.EnsureAsync(database.Store, cancellationToken: cancellationToken);
        var product = new HistoryTable(database, "features.customer_profile_v1");
        var template = await product.LikeAsync("raw.template");
        await template.FillAsync(versions: 1);
        var hashed = await product.LikeAsync("raw.hashed");
        await RowTextHash.AddAsync(hashed);
        var loads = new ChangedLoads(database, template, product, await product.LikeAsync("raw.by_hand"), hashed);
        foreach (var changed in (int[])[0, 1, 10, 100])
        {
            if (arguments.Asks("changed"))
                await loads.KeyedAsync(rows, changed, arguments.Rounds ?? 5, cancellationToken);
            if (arguments.Asks("unkeyed"))
                await loads.UnkeyedAsync(rows, changed, arguments.Rounds ?? 5, cancellationToken);
        }
    }

    private async Task KeyedAsync(int rows, int changed, int rounds, CancellationToken cancellationToken)
    {
        var source = SourceTables.Name(changed);
        List<Way> ways =
        [
            ProductFrom(SourceTables.Query(changed)),
            new(Hand, () => ByHand.KeyedAsync(byHand, source), () => byHand.CopyAsync(template)),
            HashOf(source),
            new(Insert, () => Raw.InsertAsync(byHand, source), byHand.ClearAsync),
        ];
        if (changed == 100)
            ways.Add(new(Write, () => Raw.UpdateAndInsertAsync(byHand, source), () => byHand.CopyAsync(template)));
        await MeasureAsync("a source with a key", rows, changed, rounds, ways, cancellationToken);
    }

    private Task UnkeyedAsync(int rows, int changed, int rounds, CancellationToken cancellationToken)
    {
        var source = SourceTables.UnkeyedQuery(changed);
        List<Way> ways =
        [
            ProductFrom(source),
            new(Hand, () => ByHand.StagedAsync(byHand, $"({source})"), () => byHand.CopyAsync(template)),
            HashOf($"({source})"),
        ];
        return MeasureAsync("a source without a key", rows, changed, rounds, ways, cancellationToken);
    }

    private Way ProductFrom(string query) => new(Product, () => CustomerProfile.SyncAsync(database.Store, Source.Sql(query)), () => product.CopyAsync(template));

    private Way HashOf(string source) => new(Hash, () => RowTextHash.LoadAsync(hashed, source), () => RowTextHash.CopyAsync(hashed, template));

    private static async Task MeasureAsync(string source, int rows, int changed, int rounds, IReadOnlyList<Way> ways, CancellationToken cancellationToken)
    {
        var timings = await Rounds.RunAsync(rounds, ways, cancellationToken);
        Report.Heading(FormattableString.Invariant($"{rows:N0} rows of {source} into {rows:N0} customers, {changed} % changed"));
        Report.Timings(timings, [.. ways.Skip(1).Select(way => way.Name)]);
    }
}
