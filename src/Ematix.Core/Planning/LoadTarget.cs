using Ematix.Model;

namespace Ematix.Planning;

/// <summary>A view together with what one load's options make of it.</summary>
/// <param name="View">The view, with this load's event time.</param>
/// <param name="Source">The same, with only the columns that the source provides: all, or the keys, the event time and the feature set.</param>
/// <param name="Compared">The columns whose change makes a new version, or an update.</param>
internal sealed record LoadTarget(FeatureViewModel View, FeatureViewModel Source, EquatableArray<FeatureModel> Compared)
{
    /// <summary>The column by which the source is read, or null where all of it is.</summary>
    public IncrementalColumn? Incremental { get; init; }

    /// <summary>
    /// The time to live past half of which an unchanged version is renewed: the shorter of the view's, by which reads see it, and the load's own, by which the load ends it. Null where
    /// nothing is renewed.
    /// </summary>
    public TimeSpan? RenewalTtl { get; init; }

    /// <summary>What decides, before the row's number, which of tied rows is the last: the greatest value first.</summary>
    public IEnumerable<string> LastOfTies => Incremental is { OrdersTies: true } column ? [$"s.{column.Staged} DESC"] : [];

    /// <summary>The columns that the source does not provide: they keep what the version alive at a row's instant has.</summary>
    public IReadOnlyList<FeatureModel> Carried => [.. View.Columns.Where(column => Source.Columns.All(provided => provided.Column != column.Column))];

    /// <summary>Applies the options that change what a load's columns are.</summary>
    public static LoadTarget Of(FeatureViewModel view, LoadOptionsModel options)
    {
        var target = options.EventTimestamp is { } column ? WithEventTime(view, column) : view;
        var source = options.FeatureSet is { } set
            ? target with { Columns = target.Columns.Where(column => column.IsKey || column.IsEventTime || set.Columns.Contains(column.Column)).ToEquatableArray() }
            : target;
        var narrowed = view.Mode == SyncMode.Merge ? options.UpdateColumns : options.CompareColumns;
        return new(target, source, source.Features.Where(feature => feature.IsEventTime || narrowed is null || narrowed.Columns.Contains(feature.Column)).ToEquatableArray())
        {
            RenewalTtl = view is { Mode: SyncMode.Scd2, EventTime: null } ? Shorter(view.Ttl, options.Ttl) : null,
        };
    }

    private static TimeSpan? Shorter(TimeSpan? left, TimeSpan? right) => left is null || right < left ? right : left;

    /// <exception cref="ArgumentException">The column can't be the event time of a load.</exception>
    private static FeatureViewModel WithEventTime(FeatureViewModel view, string column)
    {
        var usable = view.EventTime is not null && view.Columns.Any(each =>
            each is { IsKey: false, IsNullable: false, Type: { Kind: ColumnKind.Instant, IsArray: false } } && each.Column == column);
        if (!usable)
            throw new ArgumentException($"SyncOptions.EventTimestamp: column {column} of {view.CatalogName} can't be a load's event time. Name a DateTimeOffset property of an event-time view that is neither nullable nor a key.");
        return view with { Columns = view.Columns.Select(each => each with { IsEventTime = each.Column == column }).ToEquatableArray() };
    }
}
