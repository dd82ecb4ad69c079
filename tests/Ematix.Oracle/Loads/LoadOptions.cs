namespace Ematix.Oracle;

/// <summary>What a caller may ask of one load. Columns are named by their places in a row, durations are microseconds.</summary>
public sealed record LoadOptions
{
    public static readonly LoadOptions Default = new();

    /// <summary>What happens to late rows; null for the careful choice.</summary>
    public Late? Late { get; init; }

    /// <summary>The columns whose change makes a version (the event time among them in any case), or null for all.</summary>
    public IReadOnlyList<int>? Compared { get; init; }

    /// <summary>The columns that the source provides beside keys and event time, or null for all; the others are carried.</summary>
    public IReadOnlyList<int>? FeatureSet { get; init; }

    /// <summary>The columns that change in a row that exists (the event time among them in any case), or null for all.</summary>
    public IReadOnlyList<int>? Updated { get; init; }

    /// <summary>Another column as this load's event time.</summary>
    public int? EventTime { get; init; }

    /// <summary>The time to live after which this load ends open versions, or null for the view's.</summary>
    public long? Ttl { get; init; }

    /// <summary>The half-open range of event times that are read, or null for all.</summary>
    public (long From, long To)? Window { get; init; }

    /// <summary>Whether events further ahead of the load than the tolerance are left out instead of refused.</summary>
    public bool SkipsFuture { get; init; }

    /// <summary>How far ahead an event may be: such a load waits.</summary>
    public long Tolerance { get; init; } = 2 * Micros.Second;

    /// <summary>Whether keys that the source does not have are gone.</summary>
    public bool DeletesAbsent { get; init; }

    /// <summary>The greatest share of the keys that may go.</summary>
    public double MaxDeleteFraction { get; init; } = 0.5;

    /// <summary>Whether a source without rows may delete.</summary>
    public bool AllowsEmptySource { get; init; }

    /// <summary>What happens to late rows.</summary>
    internal Late EffectiveLate => Late ?? (Window is null ? Oracle.Late.Reject : Oracle.Late.Insert);

    /// <summary>The columns that decide whether a row changes something.</summary>
    internal IReadOnlyList<int> ComparedOf(OracleView view) =>
        [.. view.Features.Where(column => column == view.EventTime || (((Compared ?? Updated)?.Contains(column) ?? true) && (FeatureSet?.Contains(column) ?? true)))];

    /// <summary>Whether the source provides a column.</summary>
    internal bool Provides(OracleView view, int column) => FeatureSet is null || view.Keys.Contains(column) || column == view.EventTime || FeatureSet.Contains(column);
}
