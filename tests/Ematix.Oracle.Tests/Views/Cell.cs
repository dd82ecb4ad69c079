namespace Ematix.Oracle.Tests;

/// <summary>A key of two numbers, a time to live of an odd number of microseconds, and nothing but the events.</summary>
[FeatureView(Ttl = "P3DT0.000003S")]
public partial class Cell
{
    [EntityKey]
    public int Row { get; init; }

    [EntityKey, Numeric(6, 1)]
    public decimal Column { get; init; }

    [EventTimestamp]
    public DateTimeOffset SeenAt { get; init; }
}
