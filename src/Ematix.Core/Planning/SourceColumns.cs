using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Planning;

/// <summary>Judges the columns of a SQL source before a row is read: matched by name, never by position.</summary>
internal static class SourceColumns
{
    private static readonly string[] Integers = ["smallint", "integer", "bigint"];

    /// <summary>Every reason why the source can't feed the view, as a sentence; none where it can.</summary>
    /// <param name="view">The view, with the columns that the source is to provide.</param>
    /// <param name="source">The columns of the source.</param>
    /// <param name="others">Columns of the view that a feature set leaves to earlier versions.</param>
    /// <param name="incremental">The column by which the source is read, which the view may not have.</param>
    public static IReadOnlyList<string> Compare(FeatureViewModel view, IReadOnlyList<SourceColumn> source, IReadOnlyList<FeatureModel>? others = null, string? incremental = null) =>
        Compare(view, source, others ?? [], incremental, (column, given) => Passes(column.Type, given.Type) ? null : Cast(column, given));

    /// <summary>The same for a source whose types are judged in another way.</summary>
    /// <param name="view">The view, with the columns that the source is to provide.</param>
    /// <param name="source">The columns of the source.</param>
    /// <param name="others">Columns of the view that a feature set leaves to earlier versions.</param>
    /// <param name="incremental">The column by which the source is read, which the view may not have.</param>
    /// <param name="judge">Why a column of the source can't feed one of the view, as a sentence; null where it can.</param>
    public static IReadOnlyList<string> Compare(
        FeatureViewModel view, IReadOnlyList<SourceColumn> source, IReadOnlyList<FeatureModel> others, string? incremental, Func<FeatureModel, SourceColumn, string?> judge)
    {
        var names = source.Select(column => column.Name).ToArray();
        var repeated = names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);
        return
        [
            .. repeated.Select(name => $"the source has more than one column \"{name}\""),
            .. view.Columns.Where(column => !names.Contains(column.Column)).Select(column => $"the source lacks column \"{column.Column}\" ({TypeMap.Declared(column.Type)})"),
            .. source.Where(column => column.Name != incremental && view.Columns.All(known => known.Column != column.Name)).Select(column => Unknown(column, others)),
            .. view.Columns.SelectMany(column => source.Where(given => given.Name == column.Column).Select(given => judge(column, given)).OfType<string>()),
        ];
    }

    /// <summary>Equal types pass, and what loses nothing: wider integers, text of any length (checked row by row), numeric of any precision (rounded, checked).</summary>
    internal static bool Passes(ColumnType column, string given)
    {
        var expected = TypeMap.Reported(TypeMap.Staged(column));
        var from = WithoutModifier(given);
        if (from == expected)
            return true;
        return expected switch
        {
            "text" => from == "character varying",
            "text[]" => from == "character varying[]",
            _ => Array.IndexOf(Integers, expected) > Array.IndexOf(Integers, from) && Array.IndexOf(Integers, from) >= 0,
        };
    }

    /// <summary>A type without precision, scale or length: <c>numeric(10,2)[]</c> → <c>numeric[]</c>.</summary>
    public static string WithoutModifier(string type)
    {
        var open = type.IndexOf('(');
        return open < 0 ? type : type.Remove(open, type.IndexOf(')') - open + 1);
    }

    /// <summary>A column outside of a feature set is refused too: it would be read, and left out without a word.</summary>
    private static string Unknown(SourceColumn given, IReadOnlyList<FeatureModel> others) => others.Any(column => column.Column == given.Name)
        ? $"column \"{given.Name}\" is not in the FeatureSet of this load: add it there, or take it out of the query"
        : $"the view has no column \"{given.Name}\" ({given.Type})";

    private static string Cast(FeatureModel column, SourceColumn given) =>
        $"column \"{given.Name}\" is {given.Type}, the view needs {TypeMap.Declared(column.Type)}: write {Identifier.Quote(given.Name)}::{TypeMap.Declared(column.Type)}";
}

/// <summary>A column of a source query.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, as <c>format_type</c> writes it.</param>
internal sealed record SourceColumn(string Name, string Type);
