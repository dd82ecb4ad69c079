namespace Ematix.Tests;

/// <summary>Event time and a time to live.</summary>
[FeatureView(Ttl = "30d", Description = "Spend per user", Owner = "growth")]
public partial class UserSpend
{
    [EntityKey]
    public long UserId { get; init; }

    public long? Purchases { get; init; }

    [Numeric(10, 2)]
    public decimal? Average { get; init; }

    [EventTimestamp]
    public DateTimeOffset At { get; init; }
}
