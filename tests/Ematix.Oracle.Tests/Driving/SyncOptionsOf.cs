namespace Ematix.Oracle.Tests;

/// <summary>The options of a story as a caller of the product writes them.</summary>
internal static class SyncOptionsOf
{
    public static SyncOptions<TView> Load<TView>(ViewSpec spec, LoadOptions options) => new()
    {
        EnsureFirst = false,
        CompareColumns = options.Compared is null ? null : Columns<TView>(spec, options.Compared.Union(EventTime(spec, options))),
        UpdateColumns = Columns<TView>(spec, options.Updated),
        FeatureSet = Columns<TView>(spec, options.FeatureSet),
        EventTimestamp = options.EventTime is { } column ? Column<TView>(spec, column) : null,
        Ttl = options.Ttl is { } ttl ? Duration(ttl) : null,
        LateArrivals = options.Late is { } late ? Late(late) : null,
        FutureEvents = options.SkipsFuture ? FutureEvents.Skip : FutureEvents.Reject,
        ClockTolerance = Duration(options.Tolerance),
        BackfillWindow = options.Window is { } window ? new(Within(window.From), Within(window.To)) : null,
        HandleDeletes = !options.DeletesAbsent ? HandleDeletes.None : spec.Mode == TableMode.Merge ? HandleDeletes.Hard : HandleDeletes.Soft,
        MaxDeleteFraction = options.MaxDeleteFraction,
        AllowEmptySource = options.AllowsEmptySource,
    };

    /// <summary>Columns that are compared name the event time, too.</summary>
    private static IEnumerable<int> EventTime(ViewSpec spec, LoadOptions options) => spec.View.EventTime is { } column ? [options.EventTime ?? column] : [];

    public static IReadOnlyList<FeatureColumn<TView>>? Columns<TView>(ViewSpec spec, IEnumerable<int>? columns) =>
        columns is null ? null : [.. columns.Select(column => Column<TView>(spec, column))];

    private static FeatureColumn<TView> Column<TView>(ViewSpec spec, int column) => new FeatureColumn<TView, object>(spec.Columns[column].Column.Name);

    private static LateArrivals Late(Late late) => late switch
    {
        Oracle.Late.Skip => LateArrivals.Skip,
        Oracle.Late.Insert => LateArrivals.Insert,
        _ => LateArrivals.Reject,
    };

    private static TimeSpan Duration(long micros) => TimeSpan.FromTicks(micros * 10);

    /// <summary>Any instant within the microsecond says the same: bounds are floored.</summary>
    private static DateTimeOffset Within(long micros) => Micros.ToInstant(micros).AddTicks(micros % 10);
}
