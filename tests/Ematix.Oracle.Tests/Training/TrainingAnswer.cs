namespace Ematix.Oracle.Tests;

/// <summary>What a read must give, by the oracle.</summary>
/// <param name="Read">The read.</param>
/// <param name="Specs">The views of the story.</param>
internal sealed record TrainingAnswer(TrainingRead Read, IReadOnlyList<ViewSpec> Specs)
{
    /// <summary>The columns: the spine's, then the features of each view; the view's alone where rows come back.</summary>
    public IReadOnlyList<OracleColumn> Columns => Read.GivesRows
        ? Specs[Read.Members[0].View].View.Columns
        : [.. Read.Spine.Columns, .. Read.Members.SelectMany(member => member.Features.Select(place => Specs[member.View].View.Columns[place]))];

    /// <summary>The names of the columns. What has a prefix keeps it; of the others, a feature whose name is taken, in whatever case, is told apart by its view's.</summary>
    public IReadOnlyList<string> Names()
    {
        string[] spine = [.. Read.Spine.Columns.Select(column => column.Name)];
        var features = Read.Members.SelectMany(member => member.Features.Select(place => (Member: member, Specs[member.View].View.Columns[place].Name))).ToArray();
        string[][] plain = [spine, .. Read.Members.Select(member => features.Where(feature => feature.Member == member).Select(feature => member.Prefix + feature.Name).ToArray())];
        return [.. spine, .. features.Select(Name)];

        string Name((SetMember Member, string Name) feature) => feature.Member.Prefix is { } prefix ? prefix + feature.Name
            : plain.Count(names => names.Contains(feature.Name, StringComparer.OrdinalIgnoreCase)) > 1 ? $"{feature.Member.Name}__{feature.Name}"
            : feature.Name;
    }

    /// <summary>The stored values of a row of the output; null where typed rows have none.</summary>
    public object?[]? Row(IReadOnlyList<OracleTable> tables, object?[] row)
    {
        if (Read.GivesRows)
            return Features(Read.Members[0], tables, row);
        return [.. Read.Spine.Stored(row), .. Read.Members.SelectMany(member => Wanted(member, Features(member, tables, row)))];
    }

    /// <summary>The instant that the read uses: the latest of the views' own. Of views that were never loaded it is none after what is asked.</summary>
    public bool IsRightKnownAt(IReadOnlyList<OracleTable> tables, long? actual)
    {
        if (Read.Asked.KnownAt is not { } asked)
            return actual is null;
        var lowered = Read.Members.Select(member => tables[member.View]).Where(table => table.LastLoad is not null).Select(table => Read.Asked.KnownAtOf(table)).ToArray();
        return lowered.Length > 0 ? actual == lowered.Max() : actual <= asked;
    }

    private object?[]? Features(SetMember member, IReadOnlyList<OracleTable> tables, object?[] row)
    {
        var key = Specs[member.View].Keys.Zip(member.KeyOf(row), (column, value) => Values.Stored(column.Column, value)).ToArray();
        return Read.Asked.Answer(tables[member.View], key, Read.Spine.AsOfOf(row));
    }

    private static IEnumerable<object?> Wanted(SetMember member, object?[]? values) => member.Features.Select(place => values?[place]);
}
