namespace Ematix.Generators.Tests;

/// <summary>Views that several tests use.</summary>
internal static class Sources
{
    public const string UserFeatures = """
        namespace Shop;

        [FeatureView(Ttl = "30d", FreshnessSla = "4h", Online = true, Description = "Per-user purchase aggregates", Owner = "growth-ml@example.com")]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public long? TotalPurchases { get; init; }
            [Numeric(10, 2)] public decimal? AvgOrderValue { get; init; }
            [EventTimestamp] public DateTimeOffset LastPurchaseAt { get; init; }
        }
        """;

    public const string Merchant = """
        namespace Shop;

        [FeatureView]
        public partial record Merchant
        {
            [EntityKey] public required string MerchantId { get; init; }
            public bool IsOpen { get; init; }
        }
        """;

    /// <summary>Two views that a service joins: one key, and two.</summary>
    public const string FlightViews = """
        namespace Shop;

        public enum Cabin { Economy, Business }

        [FeatureView]
        public partial class HourlyWeather
        {
            [EntityKey] public string Airport { get; init; } = "";
            [EventTimestamp] public DateTimeOffset SeenAt { get; init; }
            public double? WindSpeed { get; init; }
        }

        [FeatureView]
        public partial record CarrierDelays
        {
            [EntityKey] public required string Carrier { get; init; }
            [EntityKey] public required Cabin Cabin { get; init; }
            public int? Delays { get; init; }
            public double? WindSpeed { get; init; }
        }
        """;

    /// <summary>A service over them.</summary>
    public const string FlightModel = """
        namespace Shop;

        [FeatureService]
        public partial class FlightModel
        {
            public CarrierDelays? Carrier { get; init; }
            [Join("origin")] public HourlyWeather? OriginWeather { get; init; }
            [Join("dest", Prefix = "dest_")] public HourlyWeather? DestWeather { get; init; }
            [SpineColumn] public bool? IsLate { get; init; }
            [SpineColumn("Flight Id")] public required int FlightId { get; init; }
            [SpineColumn] public string? Origin { get; init; }
            [SpineColumn, Numeric(9, 2)] public decimal? Fare { get; init; }
            [NotAFeature] public object? Tag { get; set; }
        }
        """;

    /// <summary>The whole type map.</summary>
    public const string EveryType = """
        using System.Text.Json;

        namespace Shop;

        public enum Tier { Free, Paid, Trial = Free }

        [FeatureView]
        public partial class Everything
        {
            [EntityKey] public bool Boolean { get; init; }
            [EntityKey] public short Int16 { get; init; }
            [EntityKey] public int Int32 { get; init; }
            [EntityKey] public long Int64 { get; init; }
            [EntityKey, Numeric(20, 4)] public decimal Numeric { get; init; }
            [EntityKey] public string Text { get; init; } = "";
            [EntityKey] public DateTimeOffset Instant { get; init; }
            [EntityKey] public DateOnly Date { get; init; }
            [EntityKey] public TimeOnly Time { get; init; }
            [EntityKey] public Guid Uuid { get; init; }
            [EntityKey] public Tier Enum { get; init; }
            public float Single { get; init; }
            public double? Double { get; init; }
            [Text(MaxLength = 40)] public string? Varchar { get; init; }
            public TimeSpan? Interval { get; init; }
            public byte[]? Bytes { get; init; }
            public Tier? EnumOrNull { get; init; }
            public JsonElement Json { get; init; }
            [Json] public string? JsonText { get; init; }
            public long[] Longs { get; init; } = [];
            [Numeric(9, 3)] public decimal?[]? Decimals { get; init; }
            public string?[] Texts { get; init; } = [];
            public byte[][]? Blobs { get; init; }
            public Tier[] Tiers { get; init; } = [];
            public DateTimeOffset?[]? Instants { get; init; }
        }
        """;
}
