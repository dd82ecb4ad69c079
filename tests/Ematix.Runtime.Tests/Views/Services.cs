namespace Ematix.Tests;

/// <summary>A service that joins one view twice, one by a key of two columns, and passes columns of its spine through.</summary>
[FeatureService]
public partial class DealModel
{
    public UserSpend? Buyer { get; init; }

    [Join("seller_id", Prefix = "seller_")]
    public UserSpend? Seller { get; init; }

    [Join("site", "device")]
    public SensorReading? Reading { get; init; }

    [SpineColumn]
    public long? UserId { get; init; }

    [SpineColumn("is fraud; --")]
    public bool? IsFraud { get; init; }

    [SpineColumn]
    public required int DealId { get; init; }

    /// <summary>Computed, and no column.</summary>
    public bool IsKnown => Buyer is not null && Seller is not null;
}

/// <summary>A service with a key of every kind, and a column of every kind that can be passed through.</summary>
[FeatureService]
public partial record EveryKeyModel
{
    public EveryKey? Row { get; init; }

    [SpineColumn]
    public float? Single { get; init; }

    [SpineColumn]
    public double? Double { get; init; }

    [SpineColumn, Numeric(6, 2)]
    public decimal? Price { get; init; }

    [SpineColumn]
    public TimeSpan? Span { get; init; }

    [SpineColumn]
    public byte[]? Bytes { get; init; }

    [SpineColumn]
    public Tier? Level { get; init; }

    [SpineColumn]
    public DateTimeOffset? AsOf { get; init; }
}
