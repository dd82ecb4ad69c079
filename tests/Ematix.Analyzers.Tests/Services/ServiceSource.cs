namespace Ematix.Analyzers.Tests;

/// <summary>Sources of tests about feature services.</summary>
internal static class ServiceSource
{
    private const string Views = """
        using System;
        using Ematix;

        public enum Tier { Free, Paid }

        [FeatureView]
        public partial class Weather
        {
            [EntityKey] public string Airport { get; init; } = "";
            public double? Wind { get; init; }
            public double? Temp { get; init; }
        }

        [FeatureView]
        public partial class Load
        {
            [EntityKey] public string Carrier { get; init; } = "";
            [EntityKey] public int Gate { get; init; }
            [EventTimestamp] public DateTimeOffset SeenAt { get; init; }
            public double? Wind { get; init; }
        }

        [FeatureView(Mode = SyncMode.Merge)]
        public partial class Product
        {
            [EntityKey] public string Sku { get; init; } = "";
            public int? Stock { get; init; }
        }

        [FeatureView]
        public partial class Account
        {
            [EntityKey] public Tier Carrier { get; init; }
            public string? Gate { get; init; }
            public DateTimeOffset? AsOf { get; init; }
        }

        """;

    /// <summary>Checks what is reported about a service with these members.</summary>
    public static Task VerifyAsync(string members) => VerifyTypeAsync($$"""
        [FeatureService]
        public partial class Model
        {
            {{members}}
        }
        """);

    /// <summary>Checks what is reported about a service.</summary>
    public static Task VerifyTypeAsync(string service) => Verify.AnalyzersAsync(Views + service);

    /// <summary>The messages about a service with these members.</summary>
    public static Task<string[]> MessagesAsync(string members) =>
        TestCompilation.MessagesAsync($"{Views} [FeatureService] public partial class Model {{ {members} }}");
}
