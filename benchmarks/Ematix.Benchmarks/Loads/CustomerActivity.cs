namespace Ematix.Benchmarks.Loads;

/// <summary>Nine features and their event time: each (key, instant) is a version of its own.</summary>
[FeatureView(Schema = "features")]
internal sealed partial class CustomerActivity
{
    [EntityKey]
    public long CustomerId { get; init; }

    public long? Purchases { get; init; }

    public int? Orders { get; init; }

    [Numeric(10, 2)]
    public decimal? AverageOrder { get; init; }

    [Numeric(12, 2)]
    public decimal? Spend { get; init; }

    public double? Score { get; init; }

    public double? Ratio { get; init; }

    public bool Active { get; init; }

    public string? Country { get; init; }

    public string? Segment { get; init; }

    [EventTimestamp]
    public DateTimeOffset LastSeenAt { get; init; }
}
