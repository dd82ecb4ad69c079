namespace Ematix;

/// <summary>Marks a partial class as a feature view: a versioned table of features per entity key.</summary>
/// <remarks>
/// Public settable instance properties declared in the class are columns, unless tagged <see cref="NotAFeatureAttribute"/>;
/// get-only properties are computed and never stored. C# nullability is column nullability.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FeatureViewAttribute : Attribute
{
    /// <summary>The schema of the table. Default: <c>features</c>.</summary>
    public string Schema { get; set; } = Model.ViewDefaults.Schema;

    /// <summary>The table, taken to the letter. Default: <c>{snake_case type name}_{version}</c>, so that a raised version is a new table beside the old.</summary>
    public string? Table { get; set; }

    /// <summary>The version of the definition. Default: <c>v1</c>.</summary>
    public string Version { get; set; } = Model.ViewDefaults.Version;

    /// <summary>How loads keep the table. Default: <see cref="SyncMode.Scd2"/>, the mode that point-in-time reads need.</summary>
    public SyncMode Mode { get; set; } = SyncMode.Scd2;

    /// <summary>
    /// How long a value stays alive after it starts (inclusive, to the microsecond): <c>30d</c>, <c>4h</c>, <c>90m</c>, <c>45s</c>, <c>500ms</c>,
    /// or ISO 8601 without years and months. A day is 24 hours. Default: for ever. Scd2 only.
    /// </summary>
    public string? Ttl { get; set; }

    /// <summary>The longest time that may pass between successful loads before the view is stale; the same forms as <see cref="Ttl"/>.</summary>
    public string? FreshnessSla { get; set; }

    /// <summary>Keeps a snapshot of the current versions for lookups, refreshed inside each load. Scd2 only.</summary>
    public bool Online { get; set; }

    /// <summary>How the online snapshot is kept. Needs <see cref="Online"/>.</summary>
    public OnlineStore OnlineStore { get; set; } = OnlineStore.MaterializedView;

    /// <summary>What the features mean, for the catalog.</summary>
    public string? Description { get; set; }

    /// <summary>Who answers for the view, for the catalog: a team or an address.</summary>
    public string? Owner { get; set; }
}
