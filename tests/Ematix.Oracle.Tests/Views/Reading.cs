namespace Ematix.Oracle.Tests;

/// <summary>A key of two texts, event time, no time to live; a materialized view of what is current.</summary>
[FeatureView(Online = true)]
public partial record Reading
{
    [EntityKey]
    public string Site { get; init; } = "";

    [EntityKey]
    public string Sensor { get; init; } = "";

    [EventTimestamp]
    public DateTimeOffset At { get; init; }

    public double? Value { get; init; }

    public string? Note { get; init; }
}
