#pragma warning disable EMX3008 // These are earlier definitions of the views in New: the same table, the same name.
namespace Ematix.Oracle.Tests.Old;

/// <summary>What <see cref="New.Visit"/> was before.</summary>
[FeatureView(Ttl = "5d", Online = true, OnlineStore = OnlineStore.Table)]
public partial class Visit
{
    [EntityKey] public string Shop { get; init; } = "";

    public short? Guests { get; init; }

    [EventTimestamp] public DateTimeOffset At { get; init; }

    [Text(MaxLength = 2)] public string? City { get; init; }

    [Numeric(6, 2)] public decimal? Spent { get; init; }
}

/// <summary>What <see cref="New.Member"/> was before.</summary>
[FeatureView(Ttl = "4d", Online = true)]
public partial record Member
{
    [EntityKey] public int Id { get; init; }

    public int Points { get; init; }

    public float? Score { get; init; }

    public short[]? Steps { get; init; }
}
