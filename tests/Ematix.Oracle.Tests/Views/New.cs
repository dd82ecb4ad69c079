namespace Ematix.Oracle.Tests.New;

/// <summary>Columns are added in the middle and at the end, renamed (the key and the event time too) and widened; an online table follows.</summary>
[FeatureView(Ttl = "5d", Online = true, OnlineStore = OnlineStore.Table)]
public partial class Visit
{
    [EntityKey, Column(RenamedFrom = "shop")] public string Store { get; init; } = "";

    public double? Rating { get; init; }

    public long? Guests { get; init; }

    [EventTimestamp, Column("visited_at", RenamedFrom = "at")] public DateTimeOffset At { get; init; }

    [Column(RenamedFrom = "city")] public string? Town { get; init; }

    [Numeric(9, 3)] public decimal? Spent { get; init; }

    public DateTimeOffset? PaidAt { get; init; }
}

/// <summary>The same without an event time; an online view follows, and versions are renewed.</summary>
[FeatureView(Ttl = "4d", Online = true)]
public partial record Member
{
    public string? Name { get; init; }

    [EntityKey] public int Id { get; init; }

    [Column(RenamedFrom = "points")] public long Total { get; init; }

    public double? Score { get; init; }

    public long[]? Steps { get; init; }
}
