using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX0003: a view stands for one table and its rows, and the generated registry names it: it is one plain class that the assembly can name.</summary>
internal sealed class UnusableTypeRule : IViewRule, IServiceRule
{
    public const string Title = "A feature view or service must be a plain class that the whole assembly can name";
    public const string Message = "{2} '{0}' is {1}, so none of its members can be generated: make it a public or internal class, neither generic, static, abstract nor file-local, in types that are so too. Errors at calls to these members follow from this one.";

    public RuleInfo Info { get; } = new("EMX0003", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration) => Check(declaration.Type, "Feature view");

    public IEnumerable<Violation> Check(ServiceDeclaration declaration) => Check(declaration.Type, "Feature service");

    private IEnumerable<Violation> Check(TypeShape type, string what)
    {
        var flaws = type.Flaws().ToArray();
        if (flaws.Length > 0)
            yield return Info.At(ViolationSite.Type, type.Name, string.Join(" and ", flaws), what);
    }
}
