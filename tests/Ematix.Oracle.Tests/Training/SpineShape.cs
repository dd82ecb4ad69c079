namespace Ematix.Oracle.Tests;

/// <summary>What columns a random spine has, and which of them join which view.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="AsOf">The place of the as-of.</param>
/// <param name="Members">The views.</param>
/// <param name="Passing">The places of the columns that only pass through.</param>
internal sealed record SpineShape(IReadOnlyList<OracleColumn> Columns, int AsOf, IReadOnlyList<SetMember> Members, IReadOnlyList<int> Passing)
{
    // Some have the name of a feature.
    private static readonly OracleColumn[] Labels =
    [
        new("label", ValueKind.Int64), new("note", ValueKind.Text), new("value", ValueKind.Double), new("average", ValueKind.Numeric) { Digits = (9, 2) }, new("seen", ValueKind.Boolean),
    ];

    /// <summary>What typed rows of a view have: its keys and the as-of.</summary>
    public static SpineShape Typed(ViewSpec spec, int view, IReadOnlyList<int> features)
    {
        var keys = spec.Keys.Select(key => Plain(key.Column, key.Column.Name)).ToArray();
        return new([.. keys, AsOfBeside(keys)], keys.Length, [new SetMember(view, spec.Name, null, [.. keys.Select((_, i) => i)], features)], []);
    }

    /// <summary>Any.</summary>
    /// <param name="specs">The views of the story.</param>
    /// <param name="views">The places of those that are joined, with the wanted columns of each; one may stand there twice.</param>
    /// <param name="random">What decides.</param>
    public static SpineShape Of(IReadOnlyList<ViewSpec> specs, IReadOnlyList<(int View, IReadOnlyList<int> Features)> views, Random random)
    {
        var keys = new List<OracleColumn[]>();
        foreach (var (view, _) in views)
        {
            var shared = keys.FirstOrDefault(others => others.Select(Type).SequenceEqual(specs[view].Keys.Select(key => Type(key.Column))));
            keys.Add(shared is not null && random.Next(2) == 0 ? shared : Keys(specs[view], [.. keys.SelectMany(others => others)]));
        }

        OracleColumn[] joined = [.. keys.SelectMany(columns => columns).Distinct()];
        var asOf = AsOfBeside(joined);
        OracleColumn[] passing = [.. Labels.Where(label => random.Next(2) == 0 && joined.Append(asOf).All(column => column.Name != label.Name))];
        OracleColumn[] columns = [.. joined, asOf, .. passing];
        random.Shuffle(columns);
        return new(columns, Array.IndexOf(columns, asOf), [.. views.Select((view, i) => Member(specs[view.View], i, view, views, random) with { Keys = Places(columns, keys[i]) })], Places(columns, passing));
    }

    /// <summary>A view that stands in a set twice has another name there each time; now and then a prefix.</summary>
    private static SetMember Member(ViewSpec spec, int place, (int View, IReadOnlyList<int> Features) view, IReadOnlyList<(int View, IReadOnlyList<int> Features)> all, Random random)
    {
        var name = all.Count(other => other.View == view.View) > 1 ? $"{spec.Name}_{place}" : spec.Name;
        return new(view.View, name, all.Count > 1 && random.Next(4) == 0 ? $"p{place}." : null, [], view.Features);
    }

    /// <summary>The key columns of a view by their own names, where these are free.</summary>
    private static OracleColumn[] Keys(ViewSpec spec, IReadOnlyList<OracleColumn> others)
    {
        var taken = others.Select(other => other.Name).ToHashSet();
        return [.. spec.Keys.Select(key => Plain(key.Column, taken.Add(key.Column.Name) ? key.Column.Name : Enumerable.Range(1, taken.Count + 1).Select(n => $"key {n}").First(taken.Add)))];
    }

    private static OracleColumn AsOfBeside(IEnumerable<OracleColumn> keys) => new(keys.Any(key => key.Name == "as_of") ? "spine__as_of" : "as_of", ValueKind.Instant);

    private static OracleColumn Plain(OracleColumn key, string name) => key with { Name = name, Role = ColumnRole.Feature, IsNullable = true };

    private static (ValueKind, (int, int), int?, string) Type(OracleColumn column) => (column.Kind, column.Digits, column.MaxLength, string.Join(' ', column.Members));

    private static IReadOnlyList<int> Places(OracleColumn[] columns, OracleColumn[] some) => [.. some.Select(column => Array.IndexOf(columns, column))];
}
