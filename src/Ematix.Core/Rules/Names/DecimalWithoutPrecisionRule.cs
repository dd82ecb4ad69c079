using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX3002: how many digits a decimal keeps is a decision about data, so it is written down.</summary>
internal sealed class DecimalWithoutPrecisionRule : IViewRule, IServiceRule
{
    public const string Title = "A decimal needs [Numeric(precision, scale)]";
    public const string Message = "Property '{0}.{1}' is a decimal without a precision: tag it with [Numeric(precision, scale)], such as [Numeric(18, 4)]";

    public RuleInfo Info { get; } = new("EMX3002", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration) =>
        Check(declaration.Type, declaration.Properties.Where(property => property.IsJudgedByType()));

    public IEnumerable<Violation> Check(ServiceDeclaration declaration) =>
        Check(declaration.Type, declaration.PassedThrough.Select(member => member.Property));

    private IEnumerable<Violation> Check(TypeShape type, IEnumerable<PropertyShape> properties)
    {
        foreach (var property in properties)
        {
            if (property is { ColumnType.Kind: ColumnKind.Numeric, HasNumeric: false })
                yield return Info.At(ViolationSite.OfMember(property.Name), type.Name, property.Name);
        }
    }
}
