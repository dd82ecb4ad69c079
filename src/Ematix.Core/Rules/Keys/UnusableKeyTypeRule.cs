using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX1003: a key needs an equality that C#, the wire and the database share; floating point, intervals, JSON and arrays have none.</summary>
internal sealed class UnusableKeyTypeRule : IViewRule
{
    public const string Title = "The type can't be an entity key";
    public const string Message = "Entity key '{0}.{1}' has the type '{2}', which can't be a key because its equality is not exact everywhere: use bool, short, int, long, decimal, string, Guid, DateTimeOffset, DateOnly, TimeOnly or an enum";

    public RuleInfo Info { get; } = new("EMX1003", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration)
    {
        foreach (var property in declaration.Properties.Where(property => property.IsUnusableKey()))
            yield return Info.At(ViolationSite.OfMember(property.Name), declaration.Type.Name, property.Name, property.DisplayType);
    }
}
