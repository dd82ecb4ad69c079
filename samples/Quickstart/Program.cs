using Ematix;
using Ematix.LocalPostgres;
using Npgsql;
using Quickstart;
using Quickstart.Orders;
using Quickstart.Views;

using var interrupt = new Interrupt();
try
{
    await TourAsync(interrupt.Token);
    return 0;
}
catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Interrupted. All that was started and made is gone.");
    return 130;
}
catch (Exception e) when (e is PostgresUnavailableException or EmatixException or NpgsqlException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

static async Task TourAsync(CancellationToken stop)
{
    await using var server = await PostgresServer.StartAsync(cancellationToken: stop);
    await using var database = await server.CreateDatabaseAsync(stop);
    await using var store = FeatureStore.Open(database.ConnectionString);
    Show.Say($"{server.Description}");
    Show.Say($"All that is made there is gone when this program ends.");
    var shop = Shop.Open(DateTimeOffset.UtcNow);
    await RawOrders.LoadAsync(store, shop.Orders, stop);

    Show.Heading($"1. Load: a partial class is a table that keeps its history");
    Report.Loads(
        ("CustomerSpend, SQL over raw.orders", await CustomerSpend.SyncAsync(store, CustomerSpend.FromOrders, cancellationToken: stop)),
        ("  once more: nothing is written", await CustomerSpend.SyncAsync(store, CustomerSpend.FromOrders, cancellationToken: stop)),
        ("CustomerProfile, C# objects", await CustomerProfile.SyncAsync(store, Shop.Profiles(promoted: 0), cancellationToken: stop)),
        ("  once more, 40 promoted: only they", await CustomerProfile.SyncAsync(store, Shop.Profiles(promoted: 40), cancellationToken: stop)));
    Show.Say($"A tie: a customer's orders of one instant are one version, the last of them.");

    const long customer = 80;
    Show.Heading($"2. History: what was known of customer {customer}, and when");
    Report.History(await CustomerSpend.HistoryAsync(store, customer, cancellationToken: stop).ToListAsync(stop));

    var asOf = shop.YearEnd.AddDays(-180);
    Show.Heading($"3. Point in time: what was known on {asOf:yyyy-MM-dd}, beside a naive join");
    var then = Shop.Customers.Zip(await CustomerSpend.PointInTimeAsync(store, Shop.Customers, asOf, cancellationToken: stop)).ToDictionary();
    var naive = await NaiveJoin.RunAsync(store, stop);
    var leaked = shop.Orders.Where(order => order.OrderedAt > asOf).ToLookup(order => order.CustomerId);
    Report.Leak([customer, 30, 77, 777, 1234], then, naive, leaked);
    Show.Say($"- : no order within 90 days, the view's Ttl; nothing is better than stale.");
    Show.Say($"The naive join: {NaiveJoin.Sql}");
    Show.Say($"It leaks {leaked.Sum(orders => orders.Count()):N0} orders, of {leaked.Count:N0} of {Shop.Customers.Count:N0} customers, that had not happened yet.");
    Show.Say($"A model trained on the future shines in every test, and fails in production.");

    Show.Heading($"4. Online: what is known now, for a model that answers now");
    if (await CustomerSpend.OnlineFeaturesAsync(store, customer, cancellationToken: stop) is { } now)
        Show.Say($"Customer {customer}: {now.Orders} orders, {now.TotalSpent} spent, the last on {now.OrderedAt:yyyy-MM-dd}.");
    var latency = await Latency.MeasureAsync(i => CustomerSpend.OnlineFeaturesAsync(store, Shop.Customers[i], cancellationToken: stop));
    Show.Say($"From call to typed row: median {latency.Median.TotalMicroseconds:0} µs, p99 {latency.P99.TotalMicroseconds:0} µs ({Latency.Calls} lookups, one by one).");

    Show.Heading($"5. SQL: written at compile time, in CustomerSpend.Sql.PointInTime");
    Show.Sql(CustomerSpend.Sql.PointInTime);
}
