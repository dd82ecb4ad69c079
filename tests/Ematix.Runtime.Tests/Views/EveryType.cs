using System.Text.Json;

namespace Ematix.Tests;

public enum Tier
{
    Free,
    Paid,
}

/// <summary>Every row of the type map, as a feature that may be NULL and, by way of the key, as one that may not.</summary>
[FeatureView]
public partial record EveryType
{
    [EntityKey] public int Id { get; init; }

    public bool? Boolean { get; init; }

    public short? Int16 { get; init; }

    public int? Int32 { get; init; }

    public long? Int64 { get; init; }

    public float? Single { get; init; }

    public double? Double { get; init; }

    [Numeric(28, 10)] public decimal? Numeric { get; init; }

    [Numeric(28, 0)] public decimal? Whole { get; init; }

    [Numeric(28, 28)] public decimal? Fraction { get; init; }

    public string? Text { get; init; }

    [Text(MaxLength = 5)] public string? Varchar { get; init; }

    public DateTimeOffset? Instant { get; init; }

    public DateOnly? Date { get; init; }

    public TimeOnly? Time { get; init; }

    public TimeSpan? Interval { get; init; }

    public Guid? Uuid { get; init; }

    public byte[]? Bytes { get; init; }

    public Tier? Tier { get; init; }

    public JsonElement? Json { get; init; }

    [Json] public string? JsonText { get; init; }

    public bool[]? Booleans { get; init; }

    public short?[]? Int16s { get; init; }

    public int[]? Int32s { get; init; }

    public long?[]? Int64s { get; init; }

    public float[]? Singles { get; init; }

    public double?[]? Doubles { get; init; }

    [Numeric(12, 3)] public decimal?[]? Numerics { get; init; }

    public string?[]? Texts { get; init; }

    public DateTimeOffset?[]? Instants { get; init; }

    public DateOnly[]? Dates { get; init; }

    public TimeOnly?[]? Times { get; init; }

    public TimeSpan[]? Intervals { get; init; }

    public Guid?[]? Uuids { get; init; }

    public byte[]?[]? Blobs { get; init; }

    public Tier?[]? Tiers { get; init; }

    [Text(MaxLength = 5)] public string[]? ShortTexts { get; init; }
}
