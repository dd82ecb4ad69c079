using Ematix.Model;

namespace Ematix.Fingerprint;

/// <summary>Compares a registered definition, as its canonical text, with the compiled one.</summary>
internal static class DefinitionChange
{
    private const string Member = "member";

    /// <summary>Whether enums only gained members: what is stored means what it meant.</summary>
    public static bool IsMetadataOnly(string registered, string compiled)
    {
        var (before, after) = (Facts(registered), Facts(compiled));
        var (old, now) = (Members(before), Members(after));
        return Apart(before).SequenceEqual(Apart(after))
            && old.Keys.All(column => old[column].Count > 0 == now[column].Count > 0 && old[column].IsSubsetOf(now[column]));
    }

    /// <summary>What a view no longer allows and stored rows may hold, as sentences; no type of the database shows it.</summary>
    public static IReadOnlyList<string> Narrowed(string registered, FeatureViewModel view)
    {
        var old = Members(Facts(registered));
        return
        [
            .. from column in view.Columns
               where column.Type.Kind == ColumnKind.Enum
               let name = old.ContainsKey(column.Column) ? column.Column : column.RenamedFrom
               where name is not null && old.ContainsKey(name)
               let gone = old[name].Except(column.Type.EnumMembers).ToArray()
               where gone.Length > 0 || old[name].Count == 0
               select gone.Length == 0
                   ? $"column \"{column.Column}\" held any text and is an enum now: stored rows may hold what is no member"
                   : $"column \"{column.Column}\" has no member {string.Join(", ", gone)} any more: stored rows may hold it",
        ];
    }

    private static IEnumerable<(string Fact, string Value)> Apart(IEnumerable<(string Fact, string Value)> facts) => facts.Where(fact => fact.Fact != Member);

    /// <summary>The members of each column; none where it is no enum.</summary>
    private static Dictionary<string, HashSet<string>> Members(IEnumerable<(string Fact, string Value)> facts)
    {
        var members = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        HashSet<string> current = [];
        foreach (var (fact, value) in facts)
        {
            if (fact == "column")
                members[value] = current = new(StringComparer.Ordinal);
            else if (fact == Member)
                current.Add(value);
        }

        return members;
    }

    /// <summary>Reads what <see cref="ViewFingerprint.CanonicalText"/> wrote: <c>fact length value</c>, a line each after the first.</summary>
    private static List<(string Fact, string Value)> Facts(string text)
    {
        var facts = new List<(string, string)>();
        var at = text.IndexOf('\n') + 1;
        while (at < text.Length)
        {
            var fact = text.IndexOf(' ', at);
            var size = 0;
            var value = fact + 1;
            for (; text[value] != ' '; value++)
                size = (size * 10) + (text[value] - '0');
            facts.Add((text.Substring(at, fact - at), text.Substring(value + 1, size)));
            at = value + 1 + size + 1;
        }

        return facts;
    }
}
