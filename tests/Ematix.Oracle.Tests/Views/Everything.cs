using System.Text.Json;

namespace Ematix.Oracle.Tests;

public enum Tier
{
    Free,
    Paid,
    Trial,
}

/// <summary>A nullable column of every type.</summary>
[FeatureView(Ttl = "20d")]
public partial class Everything
{
    [EntityKey]
    public Guid Id { get; init; }

    [EventTimestamp]
    public DateTimeOffset At { get; init; }

    public bool? Boolean { get; init; }

    public short? Short { get; init; }

    public int? Int { get; init; }

    public long? Long { get; init; }

    public float? Single { get; init; }

    public double? Double { get; init; }

    [Numeric(28, 10)]
    public decimal? Number { get; init; }

    [Text(MaxLength = 3)]
    public string? Code { get; init; }

    public string? Text { get; init; }

    public DateTimeOffset? Instant { get; init; }

    public DateOnly? Date { get; init; }

    public TimeOnly? Time { get; init; }

    public TimeSpan? Interval { get; init; }

    public byte[]? Bytes { get; init; }

    public Tier? Tier { get; init; }

    public JsonElement? Json { get; init; }

    [Json]
    public string? JsonText { get; init; }

    public long?[]? Longs { get; init; }

    public string[]? Texts { get; init; }
}
