namespace Ematix.Tests;

[FeatureView(Mode = SyncMode.Merge)]
public partial class LatestOnly
{
    [EntityKey] public int Id { get; init; }

    public string? City { get; init; }

    public int? Visits { get; init; }
}

/// <summary>One row a key, the newest event.</summary>
[FeatureView(Mode = SyncMode.Merge)]
public partial class LatestEvent
{
    [EntityKey] public int Id { get; init; }

    public string? State { get; init; }

    [EventTimestamp] public DateTimeOffset At { get; init; }
}

[FeatureView(Mode = SyncMode.Append)]
public partial class Appended
{
    [EntityKey] public int Id { get; init; }

    [Text(MaxLength = 4)] public string? Note { get; init; }
}

[FeatureView(Mode = SyncMode.Truncate)]
public partial class Replaced
{
    [EntityKey] public int Id { get; init; }

    public string? Note { get; init; }
}

/// <summary>Event time with a second instant that a load may take instead.</summary>
[FeatureView]
public partial class Order
{
    [EntityKey] public int Id { get; init; }

    public string? State { get; init; }

    [EventTimestamp] public DateTimeOffset OrderedAt { get; init; }

    public DateTimeOffset ShippedAt { get; init; }
}

/// <summary>A snapshot view with a materialized online snapshot.</summary>
[FeatureView(Online = true)]
public partial class OnlineProfile
{
    [EntityKey] public int Id { get; init; }

    public string? City { get; init; }
}

/// <summary>An event-time view with an online table and a time to live.</summary>
[FeatureView(Online = true, OnlineStore = OnlineStore.Table, Ttl = "30d")]
public partial class OnlineSpend
{
    [EntityKey] public string Region { get; init; } = "";

    [EntityKey] public long UserId { get; init; }

    public long? Purchases { get; init; }

    [EventTimestamp] public DateTimeOffset At { get; init; }
}

/// <summary>A snapshot view with an online table.</summary>
[FeatureView(Online = true, OnlineStore = OnlineStore.Table)]
public partial class OnlineCity
{
    [EntityKey] public int Id { get; init; }

    public string? City { get; init; }
}
