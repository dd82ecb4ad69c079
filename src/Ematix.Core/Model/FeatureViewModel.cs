namespace Ematix.Model;

/// <summary>A feature view as planners, rules and the runtime see it: plain values, equal by value, the same at compile time and at run time.</summary>
public sealed record FeatureViewModel
{
    /// <summary>The view's name: the type's name in snake_case.</summary>
    public required string Name { get; init; }

    /// <summary>The schema of the table.</summary>
    public required string Schema { get; init; }

    /// <summary>The table.</summary>
    public required string Table { get; init; }

    /// <summary>The version of the definition.</summary>
    public required string Version { get; init; }

    /// <summary>How loads keep the table.</summary>
    public SyncMode Mode { get; init; }

    /// <summary>How long a version stays alive after its start (whole microseconds), or null for ever.</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>The longest time between successful loads before the view is stale, or null.</summary>
    public TimeSpan? FreshnessSla { get; init; }

    /// <summary>Whether an online snapshot is kept.</summary>
    public bool Online { get; init; }

    /// <summary>How the online snapshot is kept.</summary>
    public OnlineStore OnlineStore { get; init; }

    /// <summary>What the features mean, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Who answers for the view, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>All columns, in declaration order.</summary>
    public required EquatableArray<FeatureModel> Columns { get; init; }

    /// <summary>The name in the catalog: <c>{schema}.{view}.{version}</c>.</summary>
    public string CatalogName => $"{Schema}.{Name}.{Version}";

    /// <summary>The entity key's columns, in declaration order.</summary>
    public IEnumerable<FeatureModel> Keys => Columns.Where(column => column.IsKey);

    /// <summary>The columns that are no keys, in declaration order; the event time is among them.</summary>
    public IEnumerable<FeatureModel> Features => Columns.Where(column => !column.IsKey);

    /// <summary>The event time, or null in a snapshot view.</summary>
    public FeatureModel? EventTime => Columns.FirstOrDefault(column => column.IsEventTime);
}
