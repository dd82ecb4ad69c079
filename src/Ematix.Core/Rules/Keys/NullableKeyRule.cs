using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX1002: NULL equals nothing, so a row with a NULL key would be nobody's.</summary>
internal sealed class NullableKeyRule : IViewRule
{
    public const string Title = "An entity key must not be nullable";
    public const string Message = "Entity key '{0}.{1}' may be null, and a row without a key belongs to no entity: {2}";

    public RuleInfo Info { get; } = new("EMX1002", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration)
    {
        foreach (var property in declaration.Properties)
        {
            if (property.IsNullable && property.IsColumn && property.IsJudgedKey() && !property.IsUnusableKey())
                yield return Info.At(ViolationSite.OfMember(property.Name), declaration.Type.Name, property.Name, Remedy(property.DisplayType));
        }
    }

    // In code that is oblivious to nullability a reference may be null without a '?' that could be taken away.
    private static string Remedy(string type) => type is [.., '?']
        ? $"make its type '{type.Substring(0, type.Length - 1)}'"
        : "switch nullable reference types on where it is declared ('#nullable enable')";
}
