using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX0007: rows are read with <c>new View { … }</c>, which must compile.</summary>
internal sealed class UnconstructibleTypeRule : IViewRule
{
    public const string Title = "Generated code must be able to construct a feature view";
    public const string Message = "Generated code can't construct the feature view '{0}': {1}";

    private const string Struct = "it is a struct; make it a class or a record class";
    private const string Positional = "it is a positional record; declare its columns as properties";
    private const string NoConstructor = "it has no constructor without parameters; add one, which may be private";

    public RuleInfo Info { get; } = new("EMX0007", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration)
    {
        var type = declaration.Type;
        if (type.IsStatic)
            yield break;
        if (type.IsStruct())
            yield return Info.At(ViolationSite.Type, type.Name, Struct);
        else if (type.IsPositional)
            yield return Info.At(ViolationSite.Type, type.Name, Positional);
        else if (!type.HasParameterlessConstructor)
            yield return Info.At(ViolationSite.Type, type.Name, NoConstructor);

        foreach (var property in declaration.Properties.Where(IsRequiredInVain))
            yield return At(property.Name, "take 'required' away, or make it a column");
        foreach (var member in type.RequiredOthers)
            yield return At(member, "take 'required' away, or add a constructor without parameters that is tagged [SetsRequiredMembers]");

        Violation At(string member, string remedy) =>
            Info.At(ViolationSite.OfMember(member), type.Name, $"its member '{member}' is 'required' but no column; {remedy}");
    }

    // A required property of a refused type has its own error already, and will be a column once that is mended.
    private static bool IsRequiredInVain(PropertyShape property) => property.IsRequired && !property.IsColumn && !property.IsRefused();
}
