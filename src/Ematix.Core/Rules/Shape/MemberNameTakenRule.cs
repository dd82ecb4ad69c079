using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX0006: a name that a generated member needs is taken.</summary>
internal sealed class MemberNameTakenRule : IViewRule
{
    public const string Title = "A generated member's name is taken";
    public const string Message = "Feature view '{0}' needs the name '{1}' for a generated member: rename this {2}";

    public RuleInfo Info { get; } = new("EMX0006", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration)
    {
        var type = declaration.Type;
        foreach (var name in GeneratedMembers.Of(declaration.View.Mode, declaration.View.Keys.Count()))
        {
            if (type.Name == name)
                yield return Info.At(ViolationSite.Type, type.Name, name, "type");
            else if (type.MemberNames.Contains(name))
                yield return Info.At(ViolationSite.OfMember(name), type.Name, name, Member(declaration, name));
        }
    }

    private static string Member(ViewDeclaration declaration, string name) =>
        declaration.Properties.FirstOrDefault(property => property.Name == name && property.IsColumn) is { } property
            ? $"property; [Column(\"{property.Column}\")] keeps its column's name"
            : "member";
}
