namespace Ematix.Tests;

/// <summary>An event-time view whose columns come from several sources.</summary>
[FeatureView(Online = true, OnlineStore = OnlineStore.Table, Ttl = "10d")]
public partial class Engagement
{
    [EntityKey] public long UserId { get; init; }

    public long? Clicks { get; init; }

    public string? Plan { get; init; }

    [EventTimestamp] public DateTimeOffset At { get; init; }
}

/// <summary>A snapshot view whose columns come from several sources.</summary>
[FeatureView(Ttl = "10d")]
public partial class Traits
{
    [EntityKey] public int Id { get; init; }

    public string? Segment { get; init; }

    public int? Score { get; init; }
}
