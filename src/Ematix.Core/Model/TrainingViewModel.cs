namespace Ematix.Model;

/// <summary>A feature view as a training set uses it. The same view may stand in a set more than once, under other names.</summary>
public sealed record TrainingViewModel
{
    /// <summary>The view; its mode is Scd2.</summary>
    public required FeatureViewModel View { get; init; }

    /// <summary>Its name in the set, in snake_case: the member's of a feature service, else the view's own.</summary>
    public required string Name { get; init; }

    /// <summary>The spine's column for each key column of the view, in the order of the keys.</summary>
    public required EquatableArray<string> SpineColumns { get; init; }

    /// <summary>What stands before each output name of its features, or null where only colliding names are prefixed.</summary>
    public string? Prefix { get; init; }

    /// <summary>The features that are wanted, by column name; none means all.</summary>
    public EquatableArray<string> Columns { get; init; }
}
