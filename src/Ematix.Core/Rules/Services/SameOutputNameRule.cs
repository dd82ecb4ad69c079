using Ematix.Model;
using Ematix.Planning.Training;

namespace Ematix.Rules;

/// <summary>EMX5007: what automatic prefixes can't part. A prefix that was written is kept to the letter.</summary>
internal sealed class SameOutputNameRule : IServiceRule
{
    public const string Title = "The columns of a training set have names of their own";
    public const string Message = "Members of feature service '{0}' have columns of one name: {1} of '{2}' and of {3}; {4}";

    public RuleInfo Info { get; } = new("EMX5007", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ServiceDeclaration declaration)
    {
        var spine = ServiceSpine.Columns(declaration).Select(column => column.Column).Append(ServiceSpine.AsOf).ToArray();
        return PassedThroughTwice(declaration).Concat(Joined(declaration, spine));
    }

    private IEnumerable<Violation> PassedThroughTwice(ServiceDeclaration declaration) => declaration.PassedThrough
        .GroupBy(member => member.Property.Column)
        .SelectMany(members => members.Skip(1), (members, member) => Info.At(
            ViolationSite.OfMemberArgument(member.Property.Name, "name"),
            declaration.Type.Name, $"'{member.Property.Column}'", member.Property.Name, $"'{members.First().Property.Name}'", "give one of them another in [SpineColumn]"));

    private IEnumerable<Violation> Joined(ServiceDeclaration declaration, string[] spine)
    {
        var owners = spine.ToDictionary(column => column, _ => default(ServiceMember), StringComparer.Ordinal);
        var members = declaration.Joined.ToArray();
        var names = OutputNames.Of([.. members.Select(member => new NamedFeatures(member.Name, member.Prefix, [.. member.View!.Features]))], spine);
        for (var i = 0; i < members.Length; i++)
        {
            var met = names[i].Where(owners.ContainsKey).GroupBy(name => owners[name]).FirstOrDefault();
            if (met is not null)
                yield return At(declaration, members[i], met.Key, met);
            foreach (var name in names[i].Where(name => !owners.ContainsKey(name)))
                owners.Add(name, members[i]);
        }
    }

    private Violation At(ServiceDeclaration declaration, ServiceMember member, ServiceMember? owner, IEnumerable<string> names) => Info.At(
        ViolationSite.OfMemberArgument(member.Property.Name, nameof(JoinAttribute.Prefix)),
        declaration.Type.Name,
        string.Join(", ", names.Take(5).Select(name => $"'{name}'")),
        member.Property.Name,
        owner is null ? "the spine" : $"'{owner.Property.Name}'",
        $"give '{member.Property.Name}' {(member.Prefix is null ? "a Prefix" : "another Prefix")} in [Join]");
}
