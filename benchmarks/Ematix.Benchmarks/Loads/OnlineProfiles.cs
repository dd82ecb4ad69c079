namespace Ematix.Benchmarks.Loads;

/// <summary>Few features, so that the load itself costs little beside the upkeep of its online snapshot; here a materialized view.</summary>
[FeatureView(Schema = "features", Online = true)]
internal sealed partial class ViewedProfile
{
    [EntityKey]
    public long CustomerId { get; init; }

    public long? Purchases { get; init; }

    public string? Country { get; init; }

    public double? Score { get; init; }
}

/// <summary>The same with an online snapshot in a table.</summary>
[FeatureView(Schema = "features", Online = true, OnlineStore = OnlineStore.Table)]
internal sealed partial class TabledProfile
{
    [EntityKey]
    public long CustomerId { get; init; }

    public long? Purchases { get; init; }

    public string? Country { get; init; }

    public double? Score { get; init; }
}

/// <summary>The same without an online snapshot.</summary>
[FeatureView(Schema = "features")]
internal sealed partial class OfflineProfile
{
    [EntityKey]
    public long CustomerId { get; init; }

    public long? Purchases { get; init; }

    public string? Country { get; init; }

    public double? Score { get; init; }
}
