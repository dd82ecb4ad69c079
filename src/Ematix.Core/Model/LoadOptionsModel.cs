namespace Ematix.Model;

/// <summary>The options of a load as rules and planners see them, at compile time as far as they are known there.</summary>
internal sealed record LoadOptionsModel
{
    /// <summary>No option set.</summary>
    public static readonly LoadOptionsModel Default = new();

    public ColumnSelection? CompareColumns { get; init; }

    public ColumnSelection? UpdateColumns { get; init; }

    public ColumnSelection? FeatureSet { get; init; }
}

/// <summary>Columns that an option names.</summary>
/// <param name="Columns">The database names, as far as they are known.</param>
/// <param name="IsComplete">Whether all are known: at run time always, at compile time where the list is written out.</param>
internal sealed record ColumnSelection(EquatableArray<string> Columns, bool IsComplete);
