using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Rules;

/// <summary>What keeps a member of a service from being joined or passed through, in words.</summary>
/// <param name="Site">Where.</param>
/// <param name="Text">The fact and the remedy.</param>
internal sealed record MemberFlaw(ViolationSite Site, string Text)
{
    public static IEnumerable<MemberFlaw> OfSpineColumn(ServiceMember member)
    {
        if (member.HasJoin)
            yield return At(member, "it is tagged [Join] and [SpineColumn]; take one of the two away");
        else if (member.View is not null)
            yield return At(member, "a feature view is no column of the spine; take [SpineColumn] away");
        else if (member.Property.ColumnType is null or { IsArray: true } or { Kind: ColumnKind.Json })
            yield return At(member, $"a '{member.Property.DisplayType}' can't be passed through; use the type of a column that is neither an array nor JSON");
    }

    public static IEnumerable<MemberFlaw> OfView(ServiceMember member)
    {
        var type = member.Property.DisplayType;
        if (member.View is not { } view)
            yield return At(member, $"its type '{type}' is no feature view; tag it [SpineColumn] if it is a column of the spine, [NotAFeature] if it is neither");
        else if (!member.Property.IsNullable)
            yield return At(member, $"it can't be null, which says that no version was alive; make its type '{type}?'");
        else if (view.Mode != SyncMode.Scd2)
            yield return At(member, $"Mode = SyncMode.{view.Mode} keeps no history of '{type.TrimEnd('?')}'; join a view of SyncMode.Scd2");
        else if (member.WrittenColumns.Count > 0 && view.Keys.Count > 0 && member.WrittenColumns.Count != view.Keys.Count)
            yield return AtName(member, $"[Join] names {List("column", member.WrittenColumns)}, and '{type.TrimEnd('?')}' has {List("key", view.Keys.Select(key => key.Column))}; name one column for each key, in their order");
    }

    public static IEnumerable<MemberFlaw> OfNames(ServiceMember member)
    {
        IEnumerable<string> names = member.IsSpineColumn ? [member.Property.Column] : member.WrittenColumns;
        foreach (var name in names)
        {
            if (IdentifierTextRule.Flaw(name) is { } flaw)
                yield return AtName(member, $"the name of its column of the spine {flaw}; give it another");
            else if (Identifier.ByteLength(name) > Identifier.MaxBytes)
                yield return AtName(member, $"PostgreSQL keeps 63 bytes of a name, and the column '{name}' has more; shorten it");
        }
    }

    public static IEnumerable<MemberFlaw> OfTypes(ServiceDeclaration declaration, ServiceMember member)
    {
        var uses = ServiceSpine.Uses(declaration).ToList();
        foreach (var use in uses.Where(use => use.Member == member))
        {
            var first = uses.First(other => other.Column == use.Column);
            if (use.Column == ServiceSpine.AsOf && use.Type is not { Kind: ColumnKind.Instant, IsArray: false })
                yield return AtName(member, $"the spine's column 'as_of' would be a '{use.DisplayType}', and it is the as-of; name another column");
            else if (use.ClrType != first.ClrType)
                yield return AtName(member, $"the spine's column '{use.Column}' would be a '{use.DisplayType}', and for '{first.Member.Property.Name}' it is a '{first.DisplayType}'; name another column");
        }
    }

    private static string List(string noun, IEnumerable<string> columns)
    {
        var names = columns.ToArray();
        return $"{names.Length} {noun}{(names.Length == 1 ? "" : "s")} ({string.Join(", ", names.Select(name => $"'{name}'"))})";
    }

    private static MemberFlaw At(ServiceMember member, string text) => new(ViolationSite.OfMember(member.Property.Name), text);

    // Where the name is not written, the member is the place.
    private static MemberFlaw AtName(ServiceMember member, string text) =>
        new(ViolationSite.OfMemberArgument(member.Property.Name, member.IsSpineColumn ? "name" : "columns"), text);
}
