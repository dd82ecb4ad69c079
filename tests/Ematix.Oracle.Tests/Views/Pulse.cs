namespace Ematix.Oracle.Tests;

/// <summary>Event time, and a time to live that ends while a test looks on.</summary>
[FeatureView(Ttl = "2s")]
public partial class Pulse
{
    [EntityKey]
    public int Id { get; init; }

    [EventTimestamp]
    public DateTimeOffset At { get; init; }

    public int? Beats { get; init; }
}
