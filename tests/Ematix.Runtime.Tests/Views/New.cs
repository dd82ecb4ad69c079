namespace Ematix.Tests.New;

public enum Tier
{
    Bronze,
    Silver,
    Gold,
}

/// <summary>Everything that evolving can do: renamed (a key too), widened, made nullable, added.</summary>
[FeatureView(Online = true)]
public partial class Customer
{
    [EntityKey, Column("customer_id", RenamedFrom = "id")] public long Id { get; init; }

    [Text(MaxLength = 20), Column(RenamedFrom = "city")] public string? Town { get; init; }

    public int? Visits { get; init; }

    public double? Score { get; init; }

    [Numeric(10, 4)] public decimal? Spent { get; init; }

    public string? Name { get; init; }

    public Tier? Tier { get; init; }

    public long?[]? Steps { get; init; }

    public DateOnly? Since { get; init; }
}

/// <summary>An enum gained a member.</summary>
[FeatureView]
public partial class Account
{
    [EntityKey] public int Id { get; init; }

    public Tier? Tier { get; init; }
}

/// <summary>The same columns, another event time.</summary>
[FeatureView]
public partial class Visit
{
    [EntityKey] public int Id { get; init; }

    public DateTimeOffset At { get; init; }

    [EventTimestamp] public DateTimeOffset SeenAt { get; init; }
}

/// <summary>A column more, with an online table.</summary>
[FeatureView(Online = true, OnlineStore = OnlineStore.Table)]
public partial class Balance
{
    [EntityKey] public int Id { get; init; }

    public long? Amount { get; init; }

    public string? Currency { get; init; }
}

/// <summary>A column more, with a materialized view.</summary>
[FeatureView(Online = true)]
public partial class Contact
{
    [EntityKey] public int Id { get; init; }

    public int? Calls { get; init; }

    public string? Mail { get; init; }
}
