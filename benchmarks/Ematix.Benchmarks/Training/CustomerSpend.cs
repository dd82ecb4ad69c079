namespace Ematix.Benchmarks.Training;

/// <summary>Ten features of a customer, with the instant that they are of.</summary>
[FeatureView(Schema = "features")]
internal sealed partial class CustomerSpend
{
    [EntityKey]
    public long CustomerId { get; init; }

    public long? Purchases { get; init; }

    public long? Returns { get; init; }

    public int? Orders { get; init; }

    public int? Visits { get; init; }

    public double? Score { get; init; }

    public double? Ratio { get; init; }

    [Numeric(12, 2)]
    public decimal? Amount { get; init; }

    public bool Active { get; init; }

    public string? Segment { get; init; }

    [EventTimestamp]
    public DateTimeOffset SeenAt { get; init; }
}
