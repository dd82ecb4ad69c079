namespace Ematix.Planning.Training;

/// <summary>The output names of a training set's features: the column's own, prefixed where the view says so, or where another view or the spine has it too. Names that differ by case only meet: not every reader of files tells them apart.</summary>
internal static class OutputNames
{
    /// <summary>Names the features of each view, in order. Names may still meet: by a prefix that is kept to the letter, or because two views have one name.</summary>
    /// <param name="views">The views.</param>
    /// <param name="spine">The spine's columns, which keep their names.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Of(IReadOnlyList<NamedFeatures> views, IEnumerable<string> spine)
    {
        var taken = new HashSet<string>(
            views.SelectMany(view => view.Columns.Select(column => view.Prefix + column).Distinct(StringComparer.OrdinalIgnoreCase))
                .Concat(spine.Distinct(StringComparer.OrdinalIgnoreCase))
                .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
                .Where(names => names.Count() > 1)
                .Select(names => names.Key),
            StringComparer.OrdinalIgnoreCase);
        return [.. views.Select(view => view.Columns.Select(column => Name(view, column)).ToArray())];

        string Name(NamedFeatures view, string column) => view.Prefix is { } prefix ? prefix + column
            : taken.Contains(column) ? $"{view.View}__{column}"
            : column;
    }
}

/// <summary>The features of one view, as names are made of them.</summary>
/// <param name="View">The view's name in the set.</param>
/// <param name="Prefix">What stands before each name, or null where only colliding ones are prefixed.</param>
/// <param name="Columns">The columns.</param>
internal sealed record NamedFeatures(string View, string? Prefix, IReadOnlyList<string> Columns);
