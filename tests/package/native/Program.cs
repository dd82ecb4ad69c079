using System.Text.Json;
using Ematix;

await using var store = FeatureStore.Open(args[0]);
var start = new DateTimeOffset(2024, 3, 1, 10, 0, 0, TimeSpan.Zero);
var load = await Everything.SyncAsync(store, [
    new Everything { UserId = 100, Region = "eu", Purchases = 1, Tags = ["a", null], Tier = Tier.Paid, At = start },
    new Everything { UserId = 100, Region = "eu", Purchases = 2, Average = 12.5m, Day = DateOnly.MinValue, Json = JsonElement.Parse("{}"), Span = TimeSpan.FromDays(2), At = start.AddHours(1) },
]);
var again = await Everything.SyncAsync(store, Source.Sql($"""
    SELECT user_id, region, purchases, average, tags, tier, day, json, span, at FROM features.everything_v1 WHERE user_id = {100L}
    """));
var then = await Everything.PointInTimeAsync(store, 100, "eu", start.AddMinutes(59));
var now = await Everything.OnlineFeaturesAsync(store, [new Everything.Key(100, "eu"), new Everything.Key(100, "us")]);

if (load.Inserted != 2 || again is not { Inserted: 0, Unchanged: 2 }
    || then is not { Purchases: 1, Tier: Tier.Paid, Tags: ["a", null] }
    || now is not [{ Average: 12.5m, Json.ValueKind: JsonValueKind.Object }, null])
{
    Console.Error.WriteLine($"{load} {again} {then} {now[0]}");
    return 1;
}

Console.WriteLine("The native program works.");
return 0;

internal enum Tier
{
    Free,
    Paid,
}

[FeatureView]
internal partial record Everything
{
    [EntityKey] public long UserId { get; init; }
    [EntityKey] public string Region { get; init; } = "";
    public long? Purchases { get; init; }
    [Numeric(10, 2)] public decimal? Average { get; init; }
    public string?[]? Tags { get; init; }
    public Tier Tier { get; init; }
    public DateOnly? Day { get; init; }
    public JsonElement? Json { get; init; }
    public TimeSpan? Span { get; init; }
    [EventTimestamp] public DateTimeOffset At { get; init; }
}
