namespace Ematix.Tests;

/// <summary>Every kind of column that can be a key, in one key.</summary>
[FeatureView]
public partial record EveryKey
{
    [EntityKey] public bool Boolean { get; init; }

    [EntityKey] public short Int16 { get; init; }

    [EntityKey] public int Int32 { get; init; }

    [EntityKey] public long Int64 { get; init; }

    [EntityKey, Numeric(20, 4)] public decimal Numeric { get; init; }

    [EntityKey] public string Text { get; init; } = "";

    [EntityKey, Text(MaxLength = 8)] public string Varchar { get; init; } = "";

    [EntityKey] public DateTimeOffset Instant { get; init; }

    [EntityKey] public DateOnly Date { get; init; }

    [EntityKey] public TimeOnly Time { get; init; }

    [EntityKey] public Guid Uuid { get; init; }

    [EntityKey] public Tier Tier { get; init; }

    public int Value { get; init; }
}
