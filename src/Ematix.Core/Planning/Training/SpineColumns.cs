using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Planning.Training;

/// <summary>Judges the columns of a spine before a row is read: matched by name, judged by type.</summary>
internal static class SpineColumns
{
    private static readonly string[] SystemColumns = ["tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"];

    private const string Instant = "timestamp with time zone";

    /// <summary>Every reason why the spine can't be joined, as a sentence; none where it can.</summary>
    /// <param name="set">The views.</param>
    /// <param name="asOf">The column with the as-of.</param>
    /// <param name="spine">The columns with their types as <c>format_type</c> writes them.</param>
    /// <param name="remedies">What to do about it.</param>
    /// <param name="passes">Whether a column that the set's type declares may have the spine's type; null for the type map's judgement.</param>
    public static IReadOnlyList<string> Compare(
        TrainingSetModel set, string asOf, IReadOnlyList<SourceColumn> spine, SpineRemedies remedies, Func<FeatureModel, bool>? passes = null)
    {
        var used = Used(set, asOf);
        var others = spine.Where(column => !used.Contains(column.Name)).ToArray();
        return
        [
            .. spine.GroupBy(column => column.Name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"the spine has more than one column \"{group.Key}\""),
            .. spine.Where(column => column.Name.StartsWith(ReservedColumns.InternalPrefix, StringComparison.Ordinal)).Select(column => $"the name of column \"{column.Name}\" is reserved: names must not begin with {ReservedColumns.InternalPrefix}"),
            .. spine.Where(column => System.Array.IndexOf(SystemColumns, column.Name) >= 0).Select(column => $"the name of column \"{column.Name}\" is a system column's of Postgres: give it another"),
            .. AsOf(asOf, spine, remedies),
            .. Keys(set).GroupBy(key => key.Name, StringComparer.Ordinal).SelectMany(uses => Key([.. uses], spine, remedies)),
            .. others.SelectMany(column => Declared(set, column, remedies, passes)),
            .. others.Select(column => SpineTypes.Of(column.Type) is null && remedies.Place(column) is { } remedy ? $"column \"{column.Name}\" is {column.Type}, which has no place in a training set: {remedy}" : null).OfType<string>(),
        ];
    }

    /// <summary>Whether a column is missing that the join needs.</summary>
    public static bool IsIncomplete(TrainingSetModel set, string asOf, IReadOnlyList<SourceColumn> spine) =>
        Used(set, asOf).Any(name => spine.All(column => column.Name != name));

    /// <summary>The columns that the join needs, each once: the keys of all views, then the as-of.</summary>
    public static IReadOnlyList<string> Used(TrainingSetModel set, string asOf) =>
        [.. set.Views.SelectMany(view => view.SpineColumns).Append(asOf).Distinct(StringComparer.Ordinal)];

    /// <summary>A name for the as-of of typed rows, which have none: <c>as_of</c>, unless a key has it.</summary>
    public static string AsOfBeside(IEnumerable<SpineColumn> keys) => keys.Any(key => key.Name == "as_of") ? "spine__as_of" : "as_of";

    /// <summary>The columns of a spine that has been judged.</summary>
    public static EquatableArray<SpineColumn> Resolve(IEnumerable<SourceColumn> spine) =>
        spine.Select(column => new SpineColumn(column.Name, SpineTypes.Of(column.Type)!)).ToEquatableArray();

    private static IEnumerable<string> AsOf(string asOf, IReadOnlyList<SourceColumn> spine, SpineRemedies remedies)
    {
        if (spine.FirstOrDefault(column => column.Name == asOf) is not { } given)
            yield return $"the spine lacks the as-of column \"{asOf}\" (timestamptz){Alike(asOf, spine)}";
        else if (given.Type.StartsWith("timestamp", StringComparison.Ordinal) && given.Type.EndsWith("without time zone", StringComparison.Ordinal))
            yield return $"the as-of column \"{asOf}\" is {given.Type}: a time without a zone is no instant, and the session's zone would move it; {remedies.Zone(asOf)}";
        else if (SpineTypes.Of(given.Type) is not { Kind: ColumnKind.Instant, IsArray: false })
            yield return $"the as-of column \"{asOf}\" is {given.Type}, it must be {Instant}: {remedies.Instant(asOf)}";
    }

    private static IEnumerable<KeyUse> Keys(TrainingSetModel set) =>
        set.Views.SelectMany(view => view.View.Keys.Zip(view.SpineColumns, (key, name) => new KeyUse(name, key, view.View.CatalogName))).Distinct();

    /// <summary>Of a column, and the keys that are joined by it.</summary>
    private static IEnumerable<string> Key(IReadOnlyList<KeyUse> uses, IReadOnlyList<SourceColumn> spine, SpineRemedies remedies)
    {
        var name = uses[0].Name;
        if (spine.FirstOrDefault(column => column.Name == name) is not { } given)
        {
            var types = uses.Select(use => TypeMap.Declared(use.Key.Type)).Distinct();
            return [$"the spine lacks column \"{name}\" ({string.Join(", ", types)}), {string.Join(", ", uses.Select(use => use.Text))}{Alike(name, spine)}"];
        }

        return uses.Select(use =>
            !SourceColumns.Passes(use.Key.Type, given.Type) ? $"column \"{name}\" is {given.Type}, {use.Text} is {TypeMap.Declared(use.Key.Type)}: {remedies.Cast(name, use.Key.Type)}"
            : SpineTypes.Of(given.Type) is null ? $"column \"{name}\" is {given.Type}, without a precision: {remedies.Cast(name, use.Key.Type)}"
            : null).OfType<string>().Distinct();
    }

    /// <summary>Of a column that is passed through, and that the set's type declares with another type.</summary>
    private static IEnumerable<string> Declared(TrainingSetModel set, SourceColumn given, SpineRemedies remedies, Func<FeatureModel, bool>? passes) => set.PassedThrough
        .Where(column => column.Column == given.Name && !(passes?.Invoke(column) ?? SourceColumns.Passes(column.Type, given.Type)))
        .Select(column => $"column \"{given.Name}\" is {given.Type}, the service passes it through as {TypeMap.Declared(column.Type)}: {remedies.Cast(given.Name, column.Type)}");

    /// <summary>A column whose name differs by case or underscores only.</summary>
    private static string Alike(string name, IReadOnlyList<SourceColumn> spine) =>
        spine.FirstOrDefault(column => string.Equals(column.Name.Replace("_", ""), name.Replace("_", ""), StringComparison.OrdinalIgnoreCase)) is { } alike ? $" (it has \"{alike.Name}\")" : "";

    private sealed record KeyUse(string Name, FeatureModel Key, string View)
    {
        public string Text => $"the key {Key.Column} of {View}";
    }
}
