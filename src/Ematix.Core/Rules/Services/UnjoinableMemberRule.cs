using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX5006: a member of a service that is neither a view with a history, joined by columns that fit its keys, nor a column of the spine.</summary>
internal sealed class UnjoinableMemberRule : IServiceRule
{
    public const string Title = "A feature service joins feature views by columns that fit their keys";
    public const string Message = "Feature service '{0}' {1}";

    public RuleInfo Info { get; } = new("EMX5006", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ServiceDeclaration declaration)
    {
        if (declaration.IsView)
            return [At(ViolationSite.Type, "is a feature view, too: take one of the two attributes away")];
        if (!declaration.Members.Any(member => member.HasJoin || member is { IsMeant: true, IsSpineColumn: false }))
            return [At(ViolationSite.Type, "joins no view: add a property whose type is a feature view, such as 'public UserFeatures? User { get; init; }'")];
        return declaration.Members
            .Where(member => member is { IsMeant: true, Property.HasErrorType: false })
            .SelectMany(member => Flaws(declaration, member).Take(1), (member, flaw) => At(flaw.Site, $"can't {Verb(member)} '{member.Property.Name}': {flaw.Text}"));

        Violation At(ViolationSite site, string text) => Info.At(site, declaration.Type.Name, text);
    }

    private static string Verb(ServiceMember member) => member.IsSpineColumn ? "pass through" : "join";

    private static IEnumerable<MemberFlaw> Flaws(ServiceDeclaration declaration, ServiceMember member) =>
        (member.IsSpineColumn ? MemberFlaw.OfSpineColumn(member) : MemberFlaw.OfView(member))
            .Concat(MemberFlaw.OfNames(member))
            .Concat(MemberFlaw.OfTypes(declaration, member));
}
