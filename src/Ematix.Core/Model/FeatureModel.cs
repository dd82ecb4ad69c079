namespace Ematix.Model;

/// <summary>One column of a feature view: an entity key, the event time, or a feature.</summary>
public sealed record FeatureModel
{
    /// <summary>The C# property.</summary>
    public required string Property { get; init; }

    /// <summary>The column's name in the database.</summary>
    public required string Column { get; init; }

    /// <summary>The column's type.</summary>
    public required ColumnType Type { get; init; }

    /// <summary>Whether the column may be NULL, as the property may be null.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether the column is (part of) the entity key.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether the column is the event time.</summary>
    public bool IsEventTime { get; init; }

    /// <summary>The column's former name, or null.</summary>
    public string? RenamedFrom { get; init; }

    /// <summary>What the feature means, or null.</summary>
    public string? Description { get; init; }
}
