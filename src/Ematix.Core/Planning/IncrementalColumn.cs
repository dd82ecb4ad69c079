using Ematix.Sql;

namespace Ematix.Planning;

/// <summary>The column of a source by which a load reads only what is new.</summary>
/// <param name="Name">Its name in the source.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsStaged">Whether it is one of the columns that the load stages anyway; else it gets a place of its own in the stage.</param>
/// <param name="OrdersTies">Whether it comes before the order in which rows are given: so in a query.</param>
internal sealed record IncrementalColumn(string Name, IncrementalType Type, bool IsStaged, bool OrdersTies)
{
    /// <summary>The column of the stage, quoted.</summary>
    public string Staged => IsStaged ? Identifier.Quote(Name) : ReservedColumns.InternalPrefix + "watermark";

    /// <summary>The column where it stands in a stage that has no other place for it; else none.</summary>
    public IEnumerable<string> OwnPlace => IsStaged ? [] : [Staged];

    /// <summary>Its declaration there.</summary>
    public IEnumerable<string> Declaration => OwnPlace.Select(place => $"{place} {IncrementalTypes.SqlName(Type)}{(Type == IncrementalType.Text ? " COLLATE \"C\"" : "")}");

    /// <summary>Finds the column that the options name, or says why it can't be used.</summary>
    /// <param name="target">The load.</param>
    /// <param name="name">The name that the options give.</param>
    /// <param name="source">The columns of a query, or null where rows are typed.</param>
    public static (IncrementalColumn? Column, string? Fault) Find(LoadTarget target, string name, IReadOnlyList<SourceColumn>? source)
    {
        if (source is not null && source.All(given => given.Name != name))
            return (null, $"the source lacks column \"{name}\", which IncrementalColumn names");
        if (target.Source.Columns.FirstOrDefault(column => column.Column == name) is { } staged)
            return IncrementalTypes.Of(staged.Type) is { } known ? (new(name, known, IsStaged: true, OrdersTies: source is not null), null) : (null, Unusable(name, TypeMap.Declared(staged.Type)));
        if (source is null)
            return (null, $"typed rows have no column \"{name}\" for this load, which IncrementalColumn names: name one of the view, in the FeatureSet if there is one");
        var type = source.First(given => given.Name == name).Type;
        return IncrementalTypes.Of(SourceColumns.WithoutModifier(type)) is { } other ? (new(name, other, IsStaged: false, OrdersTies: true), null) : (null, Unusable(name, type));
    }

    private static string Unusable(string name, string type) =>
        $"column \"{name}\", which IncrementalColumn names, is {type}: name a column that is {IncrementalTypes.Usable}, or cast it in the query";
}
