using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX1001: features belong to an entity, and the key says to which.</summary>
/// <remarks>Silent where the type as a whole is refused: a static class, say, has no property to tag.</remarks>
internal sealed class NoKeyRule : IViewRule
{
    public const string Title = "A feature view must have an entity key";
    public const string Message = "Feature view '{0}' has no entity key: tag the property that identifies the entity with [EntityKey]{1}";

    public RuleInfo Info { get; } = new("EMX1001", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration)
    {
        if (!declaration.Type.IsRefused() && !declaration.Properties.Any(property => property.IsKey))
            yield return Info.At(ViolationSite.Type, declaration.Type.Name, Guess(declaration) is { } name ? $", '{name}' perhaps" : "");
    }

    private static string? Guess(ViewDeclaration declaration)
    {
        var names = declaration.Properties.Where(property => property.IsColumn && !property.IsEventTime).Select(property => property.Name).ToArray();
        return names.FirstOrDefault(name => name == "Id")
            ?? names.FirstOrDefault(name => name == declaration.Type.Name + "Id")
            ?? names.FirstOrDefault(name => name.EndsWith("Id", StringComparison.Ordinal));
    }
}
