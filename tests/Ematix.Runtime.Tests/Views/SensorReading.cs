namespace Ematix.Tests;

/// <summary>Event time without a time to live, and a composite key of text.</summary>
[FeatureView]
public partial record SensorReading
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
