using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX0007: rows are read with <c>new View { … }</c>, which must compile.</summary>
internal sealed class UnconstructibleTypeRule : IViewRule, IServiceRule
{
    public const string Title = "Generated code must be able to construct a feature view or service";
    public const string Message = "Generated code can't construct the feature {2} '{0}': {1}";

    private const string Struct = "it is a struct; make it a class or a record class";
    private const string Positional = "it is a positional record; declare its properties in its body";
    private const string NoConstructor = "it has no constructor without parameters; add one, which may be private";

    public RuleInfo Info { get; } = new("EMX0007", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration) => Check(
        declaration.Type, ("view", "column"), declaration.Properties.Where(IsRequiredInVain));

    public IEnumerable<Violation> Check(ServiceDeclaration declaration) => Check(
        declaration.Type, ("service", "joined view or column of the spine"), declaration.Members.Where(member => !member.IsMeant).Select(member => member.Property).Where(property => property.IsRequired));

    private IEnumerable<Violation> Check(TypeShape type, (string Type, string Member) what, IEnumerable<PropertyShape> requiredInVain)
    {
        if (type.IsStatic)
            yield break;
        if (type.IsStruct())
            yield return Info.At(ViolationSite.Type, type.Name, Struct, what.Type);
        else if (type.IsPositional)
            yield return Info.At(ViolationSite.Type, type.Name, Positional, what.Type);
        else if (!type.HasParameterlessConstructor)
            yield return Info.At(ViolationSite.Type, type.Name, NoConstructor, what.Type);

        foreach (var property in requiredInVain)
            yield return At(property.Name, $"take 'required' away, or make it a {what.Member}");
        foreach (var member in type.RequiredOthers)
            yield return At(member, "take 'required' away, or add a constructor without parameters that is tagged [SetsRequiredMembers]");

        Violation At(string member, string remedy) =>
            Info.At(ViolationSite.OfMember(member), type.Name, $"its member '{member}' is 'required' but no {what.Member}; {remedy}", what.Type);
    }

    // A required property of a refused type has its own error already, and will be a column once that is mended.
    private static bool IsRequiredInVain(PropertyShape property) => property.IsRequired && !property.IsColumn && !property.IsRefused();
}
