using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX0001: nothing can be added to a class that is not partial.</summary>
internal sealed class NotPartialRule : IViewRule, IServiceRule
{
    public const string Title = "A feature view or service must be partial";
    public const string Message = "{1} '{0}' is not partial, so none of its members can be generated: add 'partial'. Errors at calls to these members follow from this one.";

    public RuleInfo Info { get; } = new("EMX0001", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration) => Check(declaration.Type, "Feature view");

    public IEnumerable<Violation> Check(ServiceDeclaration declaration) => Check(declaration.Type, "Feature service");

    private IEnumerable<Violation> Check(TypeShape type, string what)
    {
        if (!type.IsPartial)
            yield return Info.At(ViolationSite.Type, type.Name, what);
    }
}
