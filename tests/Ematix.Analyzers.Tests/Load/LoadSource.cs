namespace Ematix.Analyzers.Tests;

/// <summary>Sources of tests about the options of a load. <c>C</c> is what is generated to name columns.</summary>
internal static class LoadSource
{
    /// <summary>A view with a key, two nullable features and what is added.</summary>
    public static string View(string mode, string members = "") => $$"""
        using System;
        using Ematix;

        [FeatureView(Mode = SyncMode.{{mode}})]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public long? Total { get; init; }
            [Column("home_town")] public string? City { get; init; }
            {{members}}
        }
        """;

    /// <summary>The same with an event time.</summary>
    public static string Events(string mode, string members = "") =>
        View(mode, "[EventTimestamp] public DateTimeOffset SeenAt { get; init; }\n    " + members);

    /// <summary>Checks what is reported about an expression that makes options.</summary>
    public static Task VerifyAsync(string expression, string view) => Verify.WithGeneratorAsync(
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using Ematix;
        using C = UserFeatures.Columns;

        public static class Job
        {
            public static SyncOptions<UserFeatures> Create(
                bool flag,
                SyncOptions<UserFeatures> options,
                FeatureColumn<UserFeatures>[] columns,
                FeatureColumn<UserFeatures>? column,
                BackfillWindow window,
                BackfillWindow? maybeWindow,
                HandleDeletes deletes,
                LateArrivals? late,
                DateTimeOffset at,
                TimeSpan span,
                string name) => {{expression}};
        }
        """,
        view);
}
