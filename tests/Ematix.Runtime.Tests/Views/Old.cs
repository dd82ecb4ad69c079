#pragma warning disable EMX3008 // These are earlier definitions of the views in New: the same table, the same name.
namespace Ematix.Tests.Old;

public enum Tier
{
    Bronze,
    Silver,
}

/// <summary>What <see cref="New.Customer"/> was before.</summary>
[FeatureView(Online = true)]
public partial class Customer
{
    [EntityKey] public int Id { get; init; }

    [Text(MaxLength = 10)] public string? City { get; init; }

    public short? Visits { get; init; }

    public float? Score { get; init; }

    [Numeric(6, 2)] public decimal? Spent { get; init; }

    public string Name { get; init; } = "";

    public Tier? Tier { get; init; }

    public short?[]? Steps { get; init; }
}

/// <summary>What <see cref="New.Account"/> was before an enum gained a member.</summary>
[FeatureView]
public partial class Account
{
    [EntityKey] public int Id { get; init; }

    public Tier? Tier { get; init; }
}

/// <summary>What <see cref="New.Visit"/> was before another instant became its event time.</summary>
[FeatureView]
public partial class Visit
{
    [EntityKey] public int Id { get; init; }

    [EventTimestamp] public DateTimeOffset At { get; init; }

    public DateTimeOffset SeenAt { get; init; }
}

/// <summary>What <see cref="New.Balance"/> was before it gained a column.</summary>
[FeatureView(Online = true, OnlineStore = OnlineStore.Table)]
public partial class Balance
{
    [EntityKey] public int Id { get; init; }

    public long? Amount { get; init; }
}

/// <summary>What <see cref="New.Contact"/> was before it gained a column.</summary>
[FeatureView(Online = true)]
public partial class Contact
{
    [EntityKey] public int Id { get; init; }

    public int? Calls { get; init; }
}
