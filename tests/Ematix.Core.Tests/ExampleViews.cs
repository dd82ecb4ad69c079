using Ematix.Model;

namespace Ematix.Tests;

/// <summary>The views that planner tests plan.</summary>
internal static class ExampleViews
{
    /// <summary>Event time, one key, a time to live.</summary>
    public static readonly FeatureViewModel UserFeatures = new()
    {
        Name = "user_features",
        Schema = "features",
        Table = "user_features_v1",
        Version = "v1",
        Ttl = TimeSpan.FromDays(30),
        FreshnessSla = TimeSpan.FromHours(4),
        Online = true,
        Description = "Per-user purchase aggregates",
        Owner = "growth-ml@example.com",
        Columns =
        [
            new() { Property = "UserId", Column = "user_id", Type = new(ColumnKind.Int64), IsKey = true },
            new() { Property = "TotalPurchases", Column = "total_purchases", Type = new(ColumnKind.Int64), IsNullable = true },
            new() { Property = "AvgOrderValue", Column = "avg_order_value", Type = new(ColumnKind.Numeric) { Precision = 10, Scale = 2 }, IsNullable = true },
            new() { Property = "LastPurchaseAt", Column = "last_purchase_at", Type = new(ColumnKind.Instant), IsEventTime = true },
        ],
    };

    /// <summary>A snapshot with a composite key and every narrowed type.</summary>
    public static readonly FeatureViewModel MerchantProfile = new()
    {
        Name = "merchant_profile",
        Schema = "features",
        Table = "merchant_profile_v2",
        Version = "v2",
        Columns =
        [
            new() { Property = "Country", Column = "country", Type = new(ColumnKind.Text) { MaxLength = 2 }, IsKey = true },
            new() { Property = "MerchantId", Column = "merchant_id", Type = new(ColumnKind.Uuid), IsKey = true },
            new() { Property = "Tier", Column = "tier", Type = new(ColumnKind.Enum) { EnumMembers = ["Free", "Paid"] } },
            new() { Property = "Since", Column = "since", Type = new(ColumnKind.Date), IsNullable = true },
            new() { Property = "Scores", Column = "scores", Type = new(ColumnKind.Double) { IsArray = true }, IsNullable = true },
        ],
    };

    /// <summary>One row a key, updated in place.</summary>
    public static readonly FeatureViewModel Latest = MerchantProfile with { Name = "latest", Table = "latest_v1", Version = "v1", Mode = SyncMode.Merge };
}
