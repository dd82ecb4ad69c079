using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX0004: a view that says nothing about its entities.</summary>
/// <remarks>Silent where a property was meant to be a column and another rule, or the compiler, refuses it; and without a key, which EMX1001 asks for first.</remarks>
internal sealed class NoFeatureRule : IViewRule
{
    public const string Title = "A feature view must have a feature";
    public const string Message = "Feature view '{0}' has only keys: add a public property with 'init' or 'set' that is no key";

    public RuleInfo Info { get; } = new("EMX0004", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration)
    {
        var properties = declaration.Properties;
        if (!declaration.Type.IsRefused()
            && properties.Any(property => property.IsKey)
            && !properties.Any(property => !property.IsKey && property.IsColumn)
            && !properties.Any(property => property.IsRefused()))
        {
            yield return Info.At(ViolationSite.Type, declaration.Type.Name);
        }
    }
}
