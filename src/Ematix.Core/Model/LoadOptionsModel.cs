namespace Ematix.Model;

/// <summary>The options of a load as rules and planners see them, at compile time as far as they are known there.</summary>
internal sealed record LoadOptionsModel
{
    /// <summary>No option set.</summary>
    public static readonly LoadOptionsModel Default = new();

    public ColumnSelection? CompareColumns { get; init; }

    public ColumnSelection? UpdateColumns { get; init; }

    public ColumnSelection? FeatureSet { get; init; }

    public string? IncrementalColumn { get; init; }

    public HandleDeletes HandleDeletes { get; init; }

    /// <summary>The column that is this load's event time instead of the view's, or null.</summary>
    public string? EventTimestamp { get; init; }

    /// <summary>What happens to late events, where it is said.</summary>
    public LateArrivals? LateArrivals { get; init; }

    /// <summary>The window of a backfill, where its bounds are known.</summary>
    public BackfillWindow? BackfillWindow { get; init; }

    /// <summary>Whether a backfill window is set, known or not.</summary>
    public bool HasBackfillWindow { get; init; }

    /// <summary>The time to live of this load's expiry step, or null for the view's. A shorter one than the view's decides what is renewed, too.</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>How far below the watermark rows are read again, where it is known.</summary>
    public TimeSpan? Lookback { get; init; }
}

/// <summary>Columns that an option names.</summary>
/// <param name="Columns">The database names, as far as they are known.</param>
/// <param name="IsComplete">Whether all are known: at run time always, at compile time where the list is written out.</param>
internal sealed record ColumnSelection(EquatableArray<string> Columns, bool IsComplete);
