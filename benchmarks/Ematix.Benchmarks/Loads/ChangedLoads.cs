using Ematix.Benchmarks.Measuring;
using Ematix.LocalPostgres;

namespace Ematix.Benchmarks.Loads;

/// <summary>What does a load of all customers cost when this part of them changed?</summary>
internal sealed class ChangedLoads(BenchmarkDatabase database, HistoryTable template, HistoryTable product, HistoryTable byHand, HistoryTable hashed)
{
    private const string Product = "the product";
    private const string Unkeyed = "the product, source without a key";
    private const string Keyed = "by hand, same checks";
    private const string Staged = "by hand, same checks, source without a key";
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
            await loads.MeasureAsync(rows, changed, arguments.Rounds ?? 5, cancellationToken);
    }

    private async Task MeasureAsync(int rows, int changed, int rounds, CancellationToken cancellationToken)
    {
        var source = SourceTables.Name(changed);
        var unkeyed = SourceTables.UnkeyedQuery(changed);
        List<Way> ways =
        [
            new(Product, () => CustomerProfile.SyncAsync(database.Store, Source.Sql(SourceTables.Query(changed))), () => product.CopyAsync(template)),
            new(Keyed, () => ByHand.KeyedAsync(byHand, source), () => byHand.CopyAsync(template)),
            new(Unkeyed, () => CustomerProfile.SyncAsync(database.Store, Source.Sql(unkeyed)), () => product.CopyAsync(template)),
            new(Staged, () => ByHand.StagedAsync(byHand, $"({unkeyed})"), () => byHand.CopyAsync(template)),
            new(Hash, () => RowTextHash.LoadAsync(hashed, source), () => RowTextHash.CopyAsync(hashed, template)),
            new(Insert, () => Raw.InsertAsync(byHand, source), byHand.ClearAsync),
        ];
        if (changed == 100)
            ways.Add(new(Write, () => Raw.UpdateAndInsertAsync(byHand, source), () => byHand.CopyAsync(template)));
        var timings = await Rounds.RunAsync(rounds, ways, cancellationToken);
        Report.Heading(FormattableString.Invariant($"{rows:N0} rows into {rows:N0} customers, {changed} % changed"));
        if (changed == 100)
            Report.Timings(timings, Keyed, Hash, Insert, Write);
        else
            Report.Timings(timings, Keyed, Staged, Hash, Insert);
    }
}
