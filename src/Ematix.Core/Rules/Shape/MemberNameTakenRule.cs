using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX0006: a name that a generated member needs is taken.</summary>
internal sealed class MemberNameTakenRule : IViewRule, IServiceRule
{
    public const string Title = "A generated member's name is taken";
    public const string Message = "{3} '{0}' needs the name '{1}' for a generated member: rename this {2}";

    public RuleInfo Info { get; } = new("EMX0006", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration) => Check(
        declaration.Type, "Feature view", GeneratedMembers.Of(declaration.View.Mode, declaration.View.Keys.Count()), name => Member(declaration, name));

    public IEnumerable<Violation> Check(ServiceDeclaration declaration) =>
        Check(declaration.Type, "Feature service", GeneratedMembers.OfService, _ => "member");

    private IEnumerable<Violation> Check(TypeShape type, string what, IEnumerable<string> names, Func<string, string> member)
    {
        foreach (var name in names)
        {
            if (type.Name == name)
                yield return Info.At(ViolationSite.Type, type.Name, name, "type", what);
            else if (type.MemberNames.Contains(name))
                yield return Info.At(ViolationSite.OfMember(name), type.Name, name, member(name), what);
        }
    }

    private static string Member(ViewDeclaration declaration, string name) =>
        declaration.Properties.FirstOrDefault(property => property.Name == name && property.IsColumn) is { } property
            ? $"property; [Column(\"{property.Column}\")] keeps its column's name"
            : "member";
}
