using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX3005: two properties for one column. Names in quotes are compared by their case too.</summary>
internal sealed class SameColumnRule : IViewRule
{
    public const string Title = "Two properties have one column name";
    public const string Message = "Properties '{0}.{1}' and '{0}.{2}' both have the column name '{3}': give one of them another with [Column(\"…\")]";

    public RuleInfo Info { get; } = new("EMX3005", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration)
    {
        var owners = new Dictionary<string, PropertyShape>(StringComparer.Ordinal);
        foreach (var property in declaration.Properties)
        {
            // A bad name has its own error, and another name once that is mended.
            if (!property.IsMeantAsColumn() || ReservedColumnRule.IsReserved(property.Column) || IdentifierTextRule.Flaw(property.Column) is not null)
                continue;
            if (owners.TryGetValue(property.Column, out var owner))
                yield return Info.At(NamedSite.OfColumn(property), declaration.Type.Name, property.Name, owner.Name, property.Column);
            else
                owners.Add(property.Column, property);
        }
    }
}
