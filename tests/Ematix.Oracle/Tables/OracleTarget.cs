namespace Ematix.Oracle;

/// <summary>A table that loads write, in whichever mode.</summary>
public abstract class OracleTarget
{
    private protected OracleTarget(OracleView view) => View = view;

    public OracleView View { get; private set; }

    /// <summary>The time of the last load that was done, or null.</summary>
    public long? LastLoad { get; private set; }

    /// <summary>An empty table.</summary>
    public static OracleTarget Of(OracleView view) => view.Mode switch
    {
        TableMode.History => OracleTable.Of(view),
        TableMode.Append => new AppendTable(view),
        TableMode.Merge => new MergeTable(view),
        _ => new TruncateTable(view),
    };

    /// <summary>Loads a batch, all of it or nothing.</summary>
    /// <param name="rows">Source values, in source order.</param>
    /// <param name="loadedAt">The load's time.</param>
    /// <param name="options">What is asked of it.</param>
    public LoadOutcome Load(IReadOnlyList<object?[]> rows, long loadedAt, LoadOptions options)
    {
        if (loadedAt <= LastLoad)
            throw new ArgumentOutOfRangeException(nameof(loadedAt), loadedAt, "A load is later than the one before.");
        var view = options.EventTime is { } column ? View.WithEventTime(column) : View;
        (int Place, object?[] Values)[] read = [.. rows.Select((row, place) => (place, Stored(view, row, options))).Where(row => IsInside(view, row.Item2, options.Window))];
        if (RowChecks.Of(view, read, loadedAt, options) is { Count: > 0 } refusals)
            return new(refusals);
        StagedRow[] staged = [.. read.Where(row => !IsAhead(view, row.Values, loadedAt, options)).Select(row => new StagedRow(row.Place, view.KeyOf(row.Values), row.Values))];
        var outcome = Load(new StagedBatch(view, staged, loadedAt, options, read.Length));
        if (outcome.Counts is not { } counts)
            return outcome;
        LastLoad = loadedAt;
        return new(counts with { RowsRead = rows.Count, Outside = rows.Count - read.Length, Skipped = counts.Skipped + read.Length - staged.Length });
    }

    /// <summary>Gives the view more columns, at the end or between, or wider ones; what is there has NULL in new ones.</summary>
    /// <param name="view">The view with more columns; those of before are known by their names.</param>
    /// <param name="formerNames">The former names of renamed columns, by their names.</param>
    public void Evolve(OracleView view, IReadOnlyDictionary<string, string> formerNames)
    {
        int?[] from = [.. view.Columns.Select(column => PlaceOf(formerNames.GetValueOrDefault(column.Name, column.Name)))];
        Rewrite(values => [.. from.Zip(view.Columns, (place, column) => place is { } known ? Values.Widened(column, values[known]) : null)]);
        View = view;
    }

    /// <summary>What is known of a key now, or nothing.</summary>
    public abstract object?[]? Online(RowKey key, long clock, long? ttl = null);

    private protected abstract LoadOutcome Load(StagedBatch batch);

    private protected abstract void Rewrite(Func<object?[], object?[]> change);

    private int? PlaceOf(string name) => View.Columns.Index().Where(known => known.Item.Name == name).Select(known => (int?)known.Index).SingleOrDefault();

    /// <summary>What is not provided is nothing, whatever a row says.</summary>
    private static object?[] Stored(OracleView view, object?[] row, LoadOptions options) =>
        [.. row.Select((value, column) => options.Provides(view, column) ? Values.Stored(view.Columns[column], value) : null)];

    /// <summary>Whether an event is inside a window. An infinite one is outside of every window, one without a time is no event that a window could leave out.</summary>
    private static bool IsInside(OracleView view, object?[] row, (long From, long To)? window) => window is not { } range || row[view.EventTime!.Value] switch
    {
        long at => range.From <= at && at < range.To,
        Unstorable => false,
        _ => true,
    };

    private static bool IsAhead(OracleView view, object?[] row, long loadedAt, LoadOptions options) =>
        options.SkipsFuture && view.EventTime is { } column && (long)row[column]! > loadedAt + options.Tolerance;
}
