using Ematix.Benchmarks.Measuring;
using Ematix.LocalPostgres;

namespace Ematix.Benchmarks.Loads;

/// <summary>What does a load of every customer's newest event cost when this part of them has a new one?</summary>
internal static class EventLoads
{
    private const string Product = "the product";
    private const string Unkeyed = "the product, source without a key";
    private const string Hand = "by hand, same checks";
    private const string Hash = "md5 of row text";

    public static async Task RunAsync(PostgresServer server, BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(server, cancellationToken);
        var rows = arguments.Rows ?? 1_000_000;
        await SourceTables.CreateAsync(database, rows, 0, 1, 10);
        await CustomerActivity.EnsureAsync(database.Store, cancellationToken: cancellationToken);
        var product = new HistoryTable(database, "features.customer_activity_v1");
        var template = await product.LikeAsync("raw.template");
        await template.FillAsync(versions: 1, startsAtEvent: true);
        var byHand = await product.LikeAsync("raw.by_hand");
        var hashed = await product.LikeAsync("raw.hashed");
        await RowTextHash.AddAsync(hashed);
        foreach (var changed in (int[])[0, 1, 10])
        {
            List<Way> ways =
            [
                new(Product, () => CustomerActivity.SyncAsync(database.Store, Source.Sql(SourceTables.Query(changed))), () => product.CopyAsync(template)),
                new(Unkeyed, () => CustomerActivity.SyncAsync(database.Store, Source.Sql(SourceTables.UnkeyedQuery(changed))), () => product.CopyAsync(template)),
                new(Hand, () => ByHand.EventsAsync(byHand, SourceTables.Name(changed)), () => byHand.CopyAsync(template)),
                new(Hash, () => RowTextHash.LoadAsync(hashed, SourceTables.Name(changed)), () => RowTextHash.CopyAsync(hashed, template)),
            ];
            var timings = await Rounds.RunAsync(arguments.Rounds ?? 5, ways, cancellationToken);
            Report.Heading(FormattableString.Invariant($"{rows:N0} events into {rows:N0} customers, {changed} % new"));
            Report.Timings(timings, Hand, Hash);
        }
    }
}
