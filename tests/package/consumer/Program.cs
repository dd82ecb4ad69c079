using Consumer;
using Ematix;
using Ematix.LocalPostgres;

await using var server = await PostgresServer.StartAsync();
await using var database = await server.CreateDatabaseAsync();

// Asked to, it gives another program its database.
if (args is [var program])
{
    using var other = System.Diagnostics.Process.Start(program, [database.ConnectionString]);
    await other.WaitForExitAsync();
    return other.ExitCode;
}

await using var store = FeatureStore.Open(database.ConnectionString);

var start = new DateTimeOffset(2024, 3, 1, 10, 0, 0, TimeSpan.Zero);
var load = await UserFeatures.SyncAsync(store, [
    new UserFeatures { UserId = 100, TotalPurchases = 1, LastPurchaseAt = start },
    new UserFeatures { UserId = 100, TotalPurchases = 2, AvgOrderValue = 12.5m, LastPurchaseAt = start.AddHours(1) },
]);
var again = await UserFeatures.SyncAsync(store, Source.Sql($"SELECT {100L} AS user_id, {2L} AS total_purchases, {12.5m} AS avg_order_value, {start.AddHours(1)} AS last_purchase_at"));
var then = await UserFeatures.PointInTimeAsync(store, userId: 100, asOf: start.AddMinutes(59));
var many = await UserFeatures.PointInTimeAsync(store, [100L, 7L], start.AddHours(1));

Check(load.Inserted == 2 && again is { Inserted: 0, Unchanged: 1 });
Check(then is { TotalPurchases: 1, AvgOrderValue: null });
Check(many is [{ TotalPurchases: 2, AvgOrderValue: 12.5m }, null]);
Check(FeatureViews.All.Single().Definition.CatalogName == "features.user_features.v1");
Console.WriteLine($"The package works on {server.Description}.");
return 0;

static void Check(bool holds, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(holds))] string? what = null)
{
    if (!holds)
        throw new InvalidOperationException($"Not so: {what}");
}

[FeatureView(Description = "Per-user purchase aggregates")]
public partial class UserFeatures
{
    [EntityKey] public long UserId { get; init; }
    public long? TotalPurchases { get; init; }
    [Numeric(10, 2)] public decimal? AvgOrderValue { get; init; }
    [EventTimestamp] public DateTimeOffset LastPurchaseAt { get; init; }
}
