namespace Ematix.Oracle;

/// <summary>What a view's history holds after loads, and what reads must answer from it.</summary>
public abstract class OracleTable : OracleTarget
{
    private protected OracleTable(OracleView view)
        : base(view)
    {
    }

    /// <summary>Every key that has a history.</summary>
    public abstract IReadOnlyCollection<RowKey> Keys { get; }

    /// <summary>An empty history.</summary>
    public static new OracleTable Of(OracleView view) => view.EventTime is null ? new SnapshotTable(view) : new EventTable(view);

    /// <summary>All versions of a key: by their start, of equal starts the replaced ones first in the order of their loads.</summary>
    public abstract IReadOnlyList<HistoryVersion> History(RowKey key);

    /// <summary>Loads a batch, all of it or nothing.</summary>
    public LoadOutcome Load(IReadOnlyList<object?[]> rows, long loadedAt, Late late = Late.Reject) => Load(rows, loadedAt, new LoadOptions { Late = late });

    /// <summary>The version of a key alive at an instant, or none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="asOf">The instant.</param>
    /// <param name="ttl">A time to live shorter than the view's, or null for the view's.</param>
    public object?[]? PointInTime(RowKey key, long asOf, long? ttl = null) =>
        History(key).SingleOrDefault(version => version.IsVisible && version.IsAlive(asOf, ttl ?? View.Ttl))?.Values;

    /// <summary>The current version, if it is alive at the clock. While the clock is behind the last load, such a version has not started yet by it.</summary>
    public override object?[]? Online(RowKey key, long clock, long? ttl = null) =>
        History(key).SingleOrDefault(version => version.To is null && ((ttl ?? View.Ttl) is not { } limit || version.From >= clock - limit))?.Values;
}
