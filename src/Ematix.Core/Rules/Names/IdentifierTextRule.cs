using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX3007: a name that PostgreSQL can't have.</summary>
internal sealed class IdentifierTextRule : IViewRule
{
    public const string Title = "An identifier must be text that PostgreSQL can hold";
    public const string Message = "The {1} name of feature view '{0}' {2}: give it another";

    public RuleInfo Info { get; } = new("EMX3007", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration)
    {
        var version = new NamedSite("version", declaration.View.Version, ViolationSite.OfArgument(nameof(FeatureViewAttribute.Version)));
        var versionIsFlawed = Flaw(version.Name) is not null;
        foreach (var name in NamedSite.All(declaration).Append(version))
        {
            // A derived table name holds the version: the flaw is the version's.
            if (name.Site == NamedSite.OfTable && versionIsFlawed)
                continue;
            if (Flaw(name.Name) is { } flaw)
                yield return Info.At(name.Site, declaration.Type.Name, name.What, flaw);
        }
    }

    /// <summary>What is wrong with the text of an identifier, or null.</summary>
    public static string? Flaw(string name)
    {
        if (name.Length == 0)
            return "is empty";
        if (name.Contains('\0'))
            return "has the character U+0000, which PostgreSQL holds in no text";
        return HasLoneSurrogate(name) ? "has half a surrogate pair, which UTF-8 can't write" : null;
    }

    private static bool HasLoneSurrogate(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsSurrogate(name[i]))
                continue;
            if (!char.IsSurrogatePair(name, i))
                return true;
            i++;
        }

        return false;
    }
}
