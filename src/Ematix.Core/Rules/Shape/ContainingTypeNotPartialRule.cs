using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX0002: the generated part of a nested view or service repeats the types around it, so they must be partial too.</summary>
internal sealed class ContainingTypeNotPartialRule : IViewRule, IServiceRule
{
    public const string Title = "A type around a feature view or service must be partial";
    public const string Message = "Type '{1}' around the feature {2} '{0}' is not partial, so no member of the {2} can be generated: add 'partial' to it. Errors at calls to these members follow from this one.";

    public RuleInfo Info { get; } = new("EMX0002", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration) => Check(declaration.Type, "view");

    public IEnumerable<Violation> Check(ServiceDeclaration declaration) => Check(declaration.Type, "service");

    private IEnumerable<Violation> Check(TypeShape type, string what)
    {
        var around = type.ContainingTypes;
        for (var position = 0; position < around.Count; position++)
        {
            if (!around[position].IsPartial)
                yield return Info.At(ViolationSite.OfContainingType(position), type.Name, around[position].Name, what);
        }
    }
}
