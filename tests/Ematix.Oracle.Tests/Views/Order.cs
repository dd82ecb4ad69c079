namespace Ematix.Oracle.Tests;

/// <summary>An event time, another instant that a load may take in its place, and an online table.</summary>
[FeatureView(Ttl = "10d", Online = true, OnlineStore = OnlineStore.Table)]
public partial class Order
{
    [EntityKey]
    public int Id { get; init; }

    public string? State { get; init; }

    [EventTimestamp]
    public DateTimeOffset OrderedAt { get; init; }

    [Numeric(9, 2)]
    public decimal? Total { get; init; }

    public DateTimeOffset ShippedAt { get; init; }
}
