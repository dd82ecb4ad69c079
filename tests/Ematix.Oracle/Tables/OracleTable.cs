namespace Ematix.Oracle;

/// <summary>What a view's table holds after loads, and what reads must answer from it.</summary>
public abstract class OracleTable
{
    private protected OracleTable(OracleView view) => View = view;

    public OracleView View { get; }

    /// <summary>The time of the last load that was done, or null.</summary>
    public long? LastLoad { get; private set; }

    /// <summary>Every key that has a history.</summary>
    public abstract IReadOnlyCollection<RowKey> Keys { get; }

    /// <summary>An empty table.</summary>
    public static OracleTable Of(OracleView view) => view.EventTime is null ? new SnapshotTable(view) : new EventTable(view);

    /// <summary>All versions of a key: by their start, of equal starts the replaced ones first in the order of their loads.</summary>
    public abstract IReadOnlyList<HistoryVersion> History(RowKey key);

    /// <summary>Loads a batch, all of it or nothing.</summary>
    /// <param name="rows">Source values, in source order.</param>
    /// <param name="loadedAt">The load's time.</param>
    /// <param name="late">What happens to late rows. Snapshot views have none.</param>
    public LoadOutcome Load(IReadOnlyList<object?[]> rows, long loadedAt, Late late = Late.Reject)
    {
        if (loadedAt <= LastLoad)
            throw new ArgumentOutOfRangeException(nameof(loadedAt), loadedAt, "A load is later than the one before.");
        object?[][] stored = [.. rows.Select(row => row.Select((value, i) => Values.Stored(View.Columns[i], value)).ToArray())];
        if (RowChecks.Of(View, stored, loadedAt) is { Count: > 0 } refusals)
            return new(refusals);
        var outcome = Load([.. stored.Select((row, place) => new StagedRow(place, View.KeyOf(row), row))], loadedAt, late);
        LastLoad = outcome.IsRefused ? LastLoad : loadedAt;
        return outcome;
    }

    /// <summary>The version of a key alive at an instant, or none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="asOf">The instant.</param>
    /// <param name="ttl">A time to live shorter than the view's, or null for the view's.</param>
    public object?[]? PointInTime(RowKey key, long asOf, long? ttl = null) =>
        History(key).SingleOrDefault(version => version.IsVisible && version.IsAlive(asOf, ttl ?? View.Ttl))?.Values;

    /// <summary>What is known of a key now. While the clock is behind the last load, now is the time of that load.</summary>
    public object?[]? Online(RowKey key, long clock, long? ttl = null) => PointInTime(key, Math.Max(clock, LastLoad ?? clock), ttl);

    private protected abstract LoadOutcome Load(IReadOnlyList<StagedRow> rows, long loadedAt, Late late);
}
