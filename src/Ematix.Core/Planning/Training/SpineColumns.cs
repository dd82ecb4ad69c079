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
    /// <param name="onlyUsed">Whether other columns than keys and as-of stay with the client, whatever their type.</param>
    public static IReadOnlyList<string> Compare(TrainingSetModel set, string asOf, IReadOnlyList<SourceColumn> spine, bool onlyUsed)
    {
        var used = Used(set, asOf);
        return
        [
            .. spine.GroupBy(column => column.Name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"the spine has more than one column \"{group.Key}\""),
            .. spine.Where(column => column.Name.StartsWith(ReservedColumns.InternalPrefix, StringComparison.Ordinal)).Select(column => $"the name of column \"{column.Name}\" is reserved: names must not begin with {ReservedColumns.InternalPrefix}"),
            .. spine.Where(column => System.Array.IndexOf(SystemColumns, column.Name) >= 0).Select(column => $"the name of column \"{column.Name}\" is a system column's of Postgres: give it another"),
            .. AsOf(asOf, spine),
            .. set.Views.SelectMany(view => Keys(view, spine)).Distinct(),
            .. onlyUsed ? [] : spine.Where(column => !used.Contains(column.Name) && SpineTypes.Of(column.Type) is null).Select(column => $"column \"{column.Name}\" is {column.Type}, which has no place in a training set: write {SpineTypes.Remedy(column)}"),
        ];
    }

    /// <summary>The columns that the join needs, each once: the keys of all views, then the as-of.</summary>
    public static IReadOnlyList<string> Used(TrainingSetModel set, string asOf) =>
        [.. set.Views.SelectMany(view => view.SpineColumns).Append(asOf).Distinct(StringComparer.Ordinal)];

    /// <summary>A name for the as-of of typed rows, which have none: <c>as_of</c>, unless a key has it.</summary>
    public static string AsOfBeside(IEnumerable<SpineColumn> keys) => keys.Any(key => key.Name == "as_of") ? "spine__as_of" : "as_of";

    /// <summary>The columns of a spine that has been judged.</summary>
    public static EquatableArray<SpineColumn> Resolve(IEnumerable<SourceColumn> spine) =>
        spine.Select(column => new SpineColumn(column.Name, SpineTypes.Of(column.Type)!)).ToEquatableArray();

    private static IEnumerable<string> AsOf(string asOf, IReadOnlyList<SourceColumn> spine)
    {
        if (spine.FirstOrDefault(column => column.Name == asOf) is not { } given)
            yield return $"the spine lacks the as-of column \"{asOf}\" (timestamptz)";
        else if (given.Type.StartsWith("timestamp", StringComparison.Ordinal) && given.Type.EndsWith("without time zone", StringComparison.Ordinal))
            yield return $"the as-of column \"{asOf}\" is {given.Type}: a time without a zone is no instant, and the session's zone would move it; write {Identifier.Quote(asOf)} AT TIME ZONE 'UTC' (or the zone it was taken in)";
        else if (SpineTypes.Of(given.Type) is not { Kind: ColumnKind.Instant, IsArray: false })
            yield return $"the as-of column \"{asOf}\" is {given.Type}, it must be {Instant}: write an instant, such as {Identifier.Quote(asOf)}::timestamp AT TIME ZONE 'UTC'";
    }

    private static IEnumerable<string> Keys(TrainingViewModel view, IReadOnlyList<SourceColumn> spine)
    {
        foreach (var (key, name) in view.View.Keys.Zip(view.SpineColumns, (key, name) => (key, name)))
        {
            if (spine.FirstOrDefault(column => column.Name == name) is not { } given)
                yield return $"the spine lacks column \"{name}\" ({TypeMap.Declared(key.Type)}), the key {key.Column} of {view.View.CatalogName}";
            else if (!SourceColumns.Passes(key.Type, given.Type))
                yield return $"column \"{name}\" is {given.Type}, the key {key.Column} of {view.View.CatalogName} is {TypeMap.Declared(key.Type)}: write {Identifier.Quote(name)}::{TypeMap.Declared(key.Type)}";
            else if (SpineTypes.Of(given.Type) is null)
                yield return $"column \"{name}\" is {given.Type}, without a precision: write {Identifier.Quote(name)}::{TypeMap.Declared(key.Type)}";
        }
    }
}
