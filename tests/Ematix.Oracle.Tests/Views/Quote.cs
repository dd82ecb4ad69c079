namespace Ematix.Oracle.Tests;

/// <summary>A snapshot view with a time to live, so that unchanged values are renewed. Half of it is no whole microsecond.</summary>
[FeatureView(Ttl = "P7DT0.000003S", Online = true, OnlineStore = OnlineStore.Table)]
public partial record Quote
{
    [EntityKey]
    public Guid Desk { get; init; }

    [EntityKey]
    public string Symbol { get; init; } = "";

    [Numeric(12, 3)]
    public decimal? Bid { get; init; }

    public DateTimeOffset? AskedAt { get; init; }
}
