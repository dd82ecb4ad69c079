using Ematix.Model;

namespace Ematix.Training;

/// <summary>Makes the models of training sets.</summary>
internal static class TrainingSets
{
    /// <summary>One view, under its own name, joined by the columns of its own keys.</summary>
    public static TrainingViewModel View(FeatureViewModel view) => new()
    {
        View = view,
        Name = view.Name,
        SpineColumns = view.Keys.Select(key => key.Column).ToEquatableArray(),
    };

    /// <summary>A set of one view.</summary>
    public static TrainingSetModel Of(FeatureViewModel view, IEnumerable<string>? columns = null) => new()
    {
        Views = [View(view) with { Columns = (columns ?? []).ToEquatableArray() }],
    };

    /// <exception cref="ArgumentException">The set can't be read: no view, one without history, or keys and spine columns that differ in number.</exception>
    public static void Check(TrainingSetModel set)
    {
        if (set.Views.Count == 0)
            throw new ArgumentException("A training set has at least one feature view.", nameof(set));
        foreach (var view in set.Views)
        {
            if (view.View.Mode != SyncMode.Scd2)
                throw new NotSupportedException($"{view.View.CatalogName} keeps no history that a training set could read (mode {view.View.Mode}). Its mode must be Scd2.");
            if (view.View.Keys.Count() != view.SpineColumns.Count)
                throw new ArgumentException($"{view.View.CatalogName} has {view.View.Keys.Count()} key columns, and {view.SpineColumns.Count} spine columns are given for them: one each, in the order of the keys.", nameof(set));
            if (view.Columns.FirstOrDefault(name => view.View.Features.All(feature => feature.Column != name)) is { } unknown)
                throw new ArgumentException($"{view.View.CatalogName} has no feature {unknown} that a training set could hold; keys stand in the spine.", nameof(set));
        }
    }
}
