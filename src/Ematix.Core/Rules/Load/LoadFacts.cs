using Ematix.Model;

namespace Ematix.Rules;

/// <summary>What several load rules ask about options, so that one mistake is reported by one of them.</summary>
internal static class LoadFacts
{
    /// <summary>The feature set of a load that may have one, or null: elsewhere EMX2004 or EMX2016 says so, and nothing more is to be said about it.</summary>
    public static ColumnSelection? UsableFeatureSet(FeatureViewModel view, LoadOptionsModel options) =>
        view.Mode == SyncMode.Scd2 && !FeatureSetWithUpdateColumnsRule.Applies(options) ? options.FeatureSet : null;

    /// <summary>The updated columns of a load that may narrow them, or null.</summary>
    public static ColumnSelection? UsableUpdateColumns(FeatureViewModel view, LoadOptionsModel options) =>
        view.Mode == SyncMode.Merge && !FeatureSetWithUpdateColumnsRule.Applies(options) ? options.UpdateColumns : null;

    /// <summary>The compared columns of a load that may narrow them, or null.</summary>
    public static ColumnSelection? UsableCompareColumns(FeatureViewModel view, LoadOptionsModel options) =>
        view.Mode == SyncMode.Scd2 ? options.CompareColumns : null;

    /// <summary>Whether there is a backfill window, on a view that may have one (else EMX2005).</summary>
    public static bool HasUsableWindow(FeatureViewModel view, LoadOptionsModel options) => options.HasBackfillWindow && view.EventTime is not null;

    /// <summary>Whether late rows are put in their place, on a view that has such places (else EMX2013).</summary>
    public static bool InsertsLateRows(FeatureViewModel view, LoadOptionsModel options) =>
        options.LateArrivals == LateArrivals.Insert && HasEventHistory(view);

    /// <summary>Whether each event is a version of its own.</summary>
    public static bool HasEventHistory(FeatureViewModel view) => view.Mode == SyncMode.Scd2 && view.EventTime is not null;

    /// <summary>Whether the column is this load's event time.</summary>
    public static bool IsEventTime(FeatureModel column, LoadOptionsModel options) =>
        options.EventTimestamp is { } other ? column.Column == other : column.IsEventTime;

    /// <summary>Properties as messages list them.</summary>
    public static string List(IEnumerable<FeatureModel> columns) => string.Join(", ", columns.Select(column => $"'{column.Property}'"));
}
