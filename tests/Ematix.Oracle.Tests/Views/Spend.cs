namespace Ematix.Oracle.Tests;

/// <summary>One key, event time, a time to live.</summary>
[FeatureView(Ttl = "30d")]
public partial class Spend
{
    [EntityKey]
    public long UserId { get; init; }

    public long? Purchases { get; init; }

    [Numeric(10, 2)]
    public decimal? Average { get; init; }

    [EventTimestamp]
    public DateTimeOffset At { get; init; }
}
