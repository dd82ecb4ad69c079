namespace Ematix.Model;

/// <summary>What a feature service knows of its spine: the columns that it joins by and those that it passes through.</summary>
internal static class ServiceSpine
{
    /// <summary>The as-of column of the typed spine.</summary>
    public const string AsOf = "as_of";

    /// <summary>Every use of a column, in declaration order; a column may be used more than once.</summary>
    public static IEnumerable<SpineUse> Uses(ServiceDeclaration declaration) =>
        declaration.Members.SelectMany(member =>
            member.IsJoined ? member.Joins.Select(join => new SpineUse(join.Column, join.Key.ClrType, join.Key.Type, join.Key.Enum, member, join.Key))
            : member.IsPassedThrough ? [OfProperty(member)]
            : []);

    /// <summary>The columns, each by its first use: those that are joined by, then those that are only passed through. The as-of is not among them.</summary>
    public static IReadOnlyList<SpineUse> Columns(ServiceDeclaration declaration) =>
    [
        .. Uses(declaration)
            .GroupBy(use => use.Column)
            .Select(uses => uses.First())
            .Where(use => use.Column != AsOf)
            .OrderBy(use => Uses(declaration).Any(other => other.Column == use.Column && other.Key is not null) ? 0 : 1),
    ];

    private static SpineUse OfProperty(ServiceMember member) =>
        new(member.Property.Column, member.Property.ClrType.TrimEnd('?'), member.Property.ColumnType!, member.Property.Enum, member, null);
}

/// <summary>A column of the spine, as a member of a service uses it.</summary>
/// <param name="Column">The column.</param>
/// <param name="ClrType">Its type for generated code, without nullability.</param>
/// <param name="Type">Its column type.</param>
/// <param name="Enum">The enum behind an enum column, else null.</param>
/// <param name="Member">The member.</param>
/// <param name="Key">The key that is joined by it, or null where it is passed through.</param>
internal sealed record SpineUse(string Column, string ClrType, ColumnType Type, EnumShape? Enum, ServiceMember Member, JoinedKey? Key)
{
    /// <summary>The type as a reader would write it.</summary>
    public string DisplayType => ClrType.Replace("global::", "");
}
