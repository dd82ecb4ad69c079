using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX3001: the type map has no row for the property's type.</summary>
internal sealed class NoColumnTypeRule : IViewRule
{
    public const string Title = "The CLR type has no column type";
    public const string Message = "Property '{0}.{1}' has the type '{2}', for which there is no column type: {3}";

    private const string Naive = "use DateTimeOffset for an instant or DateOnly for a day; a DateTime takes the session's time zone";
    private const string Other = "use bool, short, int, long, float, double, decimal, string, Guid, DateTimeOffset, DateOnly, TimeOnly, TimeSpan, byte[], JsonElement, an enum or an array of these, or keep it out of the table with [NotAFeature]";

    public RuleInfo Info { get; } = new("EMX3001", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration)
    {
        foreach (var property in declaration.Properties)
        {
            if (property.ColumnType is null && property.IsJudgedByType() && !property.HasErrorType)
                yield return Info.At(ViolationSite.OfMember(property.Name), declaration.Type.Name, property.Name, property.DisplayType, Remedy(property));
        }
    }

    private static string Remedy(PropertyShape property) => property.DisplayType.TrimEnd('?', '[', ']') == nameof(DateTime) ? Naive : Other;
}
