using System.Globalization;
using Ematix.Generators.Emission;
using Ematix.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Ematix.Generators.Services;

/// <summary>A property of the typed spine's row.</summary>
/// <param name="Name">Its name, without <c>@</c>.</param>
/// <param name="Column">The column of the spine.</param>
/// <param name="ClrType">Its type, with nullability.</param>
/// <param name="Type">The column's type.</param>
/// <param name="Enum">The enum behind an enum column, else null.</param>
/// <param name="IsKey">Whether a view is joined by it.</param>
internal sealed record SpineProperty(string Name, string Column, string ClrType, ColumnType Type, EnumShape? Enum, bool IsKey)
{
    // A record declares or inherits these.
    private static readonly string[] Reserved =
    [
        GeneratedMembers.SpineRow, nameof(ServiceSpine.AsOf), "Clone", "EqualityContract", "PrintMembers", "Deconstruct",
        nameof(Equals), nameof(GetHashCode), nameof(ToString), nameof(GetType), nameof(MemberwiseClone), nameof(ReferenceEquals), "Finalize",
    ];

    /// <summary>The property, for code.</summary>
    public string Property => CSharp.Identifier(Name);

    /// <summary>Whether null is a value.</summary>
    public bool IsNullable => ClrType.EndsWith("?", StringComparison.Ordinal);

    /// <summary>Whether it is the as-of.</summary>
    public bool IsAsOf => Column == ServiceSpine.AsOf;

    /// <summary>Whether a row without it could only be a mistake: what is joined by, the as-of, and what can't be null.</summary>
    public bool IsRequired => IsKey || IsAsOf || !IsNullable;

    /// <summary>The properties: what is joined by, the as-of, what is only passed through.</summary>
    public static IReadOnlyList<SpineProperty> All(ServiceDeclaration declaration)
    {
        var columns = ServiceSpine.Columns(declaration).ToLookup(column => column.Key is not null);
        var asOf = new SpineProperty(
            nameof(ServiceSpine.AsOf), ServiceSpine.AsOf, "global::System.DateTimeOffset?", new ColumnType(ColumnKind.Instant), null, IsKey: false);
        return Distinct([.. columns[true].Select(Of), asOf, .. columns[false].Select(Of)]);

        SpineProperty Of(SpineUse use) => new(
            NameOf(declaration, use), use.Column, use.Key is null ? use.Member.Property.ClrType : use.ClrType + "?", use.Type, use.Enum, IsKey: use.Key is not null);
    }

    private static string NameOf(ServiceDeclaration declaration, SpineUse use) =>
        declaration.PassedThrough.FirstOrDefault(member => member.Property.Column == use.Column)?.Property.Name
        ?? (use.Key is { } key && key.Column == use.Column ? key.Property : PascalCase(use.Column));

    private static SpineProperty[] Distinct(SpineProperty[] properties)
    {
        var taken = new HashSet<string>(Reserved, StringComparer.Ordinal);
        for (var i = 0; i < properties.Length; i++)
        {
            var name = properties[i].Name;
            while (!properties[i].IsAsOf && !taken.Add(name))
                name += "Column";
            properties[i] = properties[i] with { Name = name };
        }

        return properties;
    }

    /// <summary><c>origin_gate</c> → <c>OriginGate</c>, <c>24h load</c> → <c>_24hLoad</c>.</summary>
    private static string PascalCase(string column)
    {
        var words = string.Concat(column.Select(c => SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_')).Split('_');
        var name = string.Concat(words.Where(word => word.Length > 0).Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word.Substring(1)));
        return name.Length > 0 && SyntaxFacts.IsIdentifierStartCharacter(name[0]) ? name : "_" + name;
    }
}
