namespace Ematix.Benchmarks.Loads;

/// <summary>Ten features without an event time: a version starts when a load first sees it.</summary>
[FeatureView(Schema = "features")]
internal sealed partial class CustomerProfile
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

    public DateTimeOffset? LastSeenAt { get; init; }
}
