using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX0005: an attribute asks for a column, and the property can't be one. An untagged get-only property is computed, and no mistake.</summary>
internal sealed class UnsettablePropertyRule : IViewRule, IServiceRule
{
    public const string Title = "A tagged property must be settable";
    public const string Message = "Property '{0}.{1}' is tagged as {2}, but {3}";

    private const string Unsettable = "generated code can't set it: make it a public instance property with 'get' and 'init' or 'set', or take the tag away";
    private const string Excluded = "[NotAFeature] keeps it out: take one of the two tags away";

    public RuleInfo Info { get; } = new("EMX0005", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration)
    {
        foreach (var property in declaration.Properties)
        {
            if (property.IsUnsettableColumn())
                yield return At(declaration.Type, property, "a column", Unsettable);
            else if (property is { IsExcluded: true, IsKey: true } or { IsExcluded: true, IsEventTime: true })
                yield return At(declaration.Type, property, "a column", Excluded);
        }
    }

    public IEnumerable<Violation> Check(ServiceDeclaration declaration)
    {
        foreach (var member in declaration.Members.Where(member => member.HasJoin || member.IsSpineColumn))
        {
            if (!member.IsMeant)
                yield return At(declaration.Type, member.Property, member.HasJoin ? "a joined view" : "a column of the spine", member.Property.IsExcluded ? Excluded : Unsettable);
        }
    }

    private Violation At(TypeShape type, PropertyShape property, string what, string flaw) =>
        Info.At(ViolationSite.OfMember(property.Name), type.Name, property.Name, what, flaw);
}
