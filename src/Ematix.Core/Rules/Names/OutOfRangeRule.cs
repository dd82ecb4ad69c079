using System.Globalization;
using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX3003: a precision or scale that a decimal can't hold, or a length that Postgres refuses.</summary>
internal sealed class OutOfRangeRule : IViewRule, IServiceRule
{
    public const string Title = "Precision, scale or length is out of range";
    public const string Message = "Property '{0}.{1}' has the {2} {3}: it must lie between {4} and {5}";

    // What System.Decimal holds of every value; PostgreSQL's own limit is higher.
    private const int MaxPrecision = 28;

    // https://www.postgresql.org/docs/current/datatype-character.html
    private const int MaxLength = 10_485_760;

    public RuleInfo Info { get; } = new("EMX3003", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration) =>
        Check(declaration.Type, declaration.Properties.Where(property => property.IsJudgedByType()));

    public IEnumerable<Violation> Check(ServiceDeclaration declaration) =>
        Check(declaration.Type, declaration.PassedThrough.Select(member => member.Property));

    private IEnumerable<Violation> Check(TypeShape type, IEnumerable<PropertyShape> properties)
    {
        foreach (var property in properties)
        {
            if (Breach(property) is not { } breach)
                continue;
            var site = ViolationSite.OfMemberArgument(property.Name, breach.Argument);
            yield return Info.At(site, type.Name, property.Name, breach.What, Text(breach.Value), Text(breach.Min), Text(breach.Max));
        }
    }

    private static Range? Breach(PropertyShape property) => property switch
    {
        { HasNumeric: true, ColumnType: { Kind: ColumnKind.Numeric, Precision: var precision, Scale: var scale } } =>
            Outside("precision", "precision", precision, 1, MaxPrecision) ?? Outside("scale", "scale", scale, 0, precision),
        { ColumnType: { Kind: ColumnKind.Text, MaxLength: { } length } } =>
            Outside(nameof(TextAttribute.MaxLength), "length", length, 1, MaxLength),
        _ => null,
    };

    private static Range? Outside(string argument, string what, int value, int min, int max) =>
        value < min || value > max ? new Range(argument, what, value, min, max) : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Range(string Argument, string What, int Value, int Min, int Max);
}
