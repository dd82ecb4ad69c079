using Ematix.Model;

namespace Ematix.Rules;

/// <summary>An identifier that a view gives to the database, and where it is written.</summary>
/// <param name="What">What it names, for messages: <c>schema</c>, <c>column</c> …</param>
/// <param name="Name">The identifier.</param>
/// <param name="Site">Where it is written, or what it is derived from.</param>
internal sealed record NamedSite(string What, string Name, ViolationSite Site)
{
    /// <summary>The site of a view's table: the attribute's argument, or the type whose name it follows.</summary>
    public static readonly ViolationSite OfTable = ViolationSite.OfArgument(nameof(FeatureViewAttribute.Table));

    /// <summary>The site of a column's name: the attribute that gives it, or the property whose name it follows.</summary>
    public static ViolationSite OfColumn(PropertyShape property) => ViolationSite.OfMemberArgument(property.Name, "name");

    /// <summary>The names that the declaration writes out or derives from a C# name; not those that are derived from the table's.</summary>
    public static IEnumerable<NamedSite> All(ViewDeclaration declaration)
    {
        var view = declaration.View;
        yield return new("schema", view.Schema, ViolationSite.OfArgument(nameof(FeatureViewAttribute.Schema)));
        yield return new("table", view.Table, OfTable);
        foreach (var property in declaration.Properties.Where(property => property.IsMeantAsColumn()))
        {
            yield return new("column", property.Column, OfColumn(property));
            if (property.RenamedFrom is { } former)
                yield return new("former column", former, ViolationSite.OfMemberArgument(property.Name, nameof(ColumnAttribute.RenamedFrom)));
        }
    }
}
