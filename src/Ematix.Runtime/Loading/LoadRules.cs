using Ematix.Model;
using Ematix.Rules;

namespace Ematix.Loading;

/// <summary>Checks the options of a load by the rules that the analyzers use, for values known only now.</summary>
internal static class LoadRules
{
    /// <exception cref="RuleViolationException">The first rule that is broken.</exception>
    public static void Check(FeatureViewModel view, LoadOptionsModel options)
    {
        if (RuleCatalog.CheckLoad(view, options).FirstOrDefault() is { } violation)
            throw new RuleViolationException(violation.Rule.Id, violation.Message);
    }

    /// <summary>What has no rule of its own: values out of range, and an option that the view's mode would leave without effect.</summary>
    /// <exception cref="ArgumentException">An option can't be right.</exception>
    public static void CheckValues<TView>(FeatureViewModel view, SyncOptions<TView> options)
    {
        if (options.MaxDeleteFraction is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(options), options.MaxDeleteFraction, "SyncOptions.MaxDeleteFraction is a share of the keys: 0 to 1.");
        if (options.ClockTolerance < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(options), options.ClockTolerance, "SyncOptions.ClockTolerance is zero or more.");
        if (options.Ttl is not null && view.Mode != SyncMode.Scd2)
            throw new ArgumentException($"SyncOptions.Ttl: {view.CatalogName} keeps no versions that could expire (mode {view.Mode}). Take Ttl away.", nameof(options));
        if (options.Lookback is not null && (options.IncrementalColumn is null || view.Mode == SyncMode.Append))
        {
            throw new ArgumentException(
                $"SyncOptions.Lookback: {(options.IncrementalColumn is null ? "without IncrementalColumn there is no watermark to look back from" : $"{view.CatalogName} would get rows that are read again a second time (mode Append)")}. Take Lookback away.", nameof(options));
        }

        if (options.FeatureSet is [] && view.EventTime is null)
            throw new ArgumentException($"SyncOptions.FeatureSet names no column: {view.CatalogName} has no event time, so that the load would compare nothing. Name what the source provides.", nameof(options));
    }

    /// <summary>The options as rules and planners see them.</summary>
    public static LoadOptionsModel Model<TView>(SyncOptions<TView> options) => new()
    {
        CompareColumns = Selection(options.CompareColumns),
        UpdateColumns = Selection(options.UpdateColumns),
        FeatureSet = Selection(options.FeatureSet),
        IncrementalColumn = options.IncrementalColumn,
        HandleDeletes = options.HandleDeletes,
        EventTimestamp = options.EventTimestamp?.Name,
        LateArrivals = options.LateArrivals,
        BackfillWindow = options.BackfillWindow,
        HasBackfillWindow = options.BackfillWindow is not null,
        Ttl = options.Ttl,
        Lookback = options.Lookback,
    };

    private static ColumnSelection? Selection<TView>(IReadOnlyList<FeatureColumn<TView>>? columns) =>
        columns is null ? null : new(columns.Select(column => column.Name).ToEquatableArray(), IsComplete: true);
}
