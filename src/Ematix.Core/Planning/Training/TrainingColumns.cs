using Ematix.Model;

namespace Ematix.Planning.Training;

/// <summary>Names the features of a training set: by their columns, and where a name is taken, by their view too.</summary>
internal static class TrainingColumns
{
    /// <summary>The wanted features, view by view, in declaration order; keys stand in the spine already.</summary>
    /// <param name="set">The views.</param>
    /// <param name="spine">The names of the spine's columns, which keep theirs.</param>
    public static EquatableArray<TrainingColumn> Of(TrainingSetModel set, IEnumerable<string> spine)
    {
        var wanted = set.Views.Select(view => Wanted(view).ToArray()).ToArray();
        var names = OutputNames.Of([.. set.Views.Zip(wanted, (view, features) => new NamedFeatures(view.Name, view.Prefix, [.. features.Select(feature => feature.Column)]))], spine);
        return wanted.SelectMany((features, view) => features.Zip(names[view], (feature, name) => new TrainingColumn(name, view, feature))).ToEquatableArray();
    }

    /// <summary>Output names that still meet, a spine's included; none where every column has a name of its own.</summary>
    public static IEnumerable<string> Taken(IEnumerable<string> spine, EquatableArray<TrainingColumn> columns) =>
        spine.Concat(columns.Select(column => column.Name)).GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);

    private static IEnumerable<FeatureModel> Wanted(TrainingViewModel view) =>
        view.View.Features.Where(feature => view.Columns.Count == 0 || view.Columns.Contains(feature.Column));
}
