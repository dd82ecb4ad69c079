using System.Globalization;
using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Rules;

/// <summary>EMX3006: PostgreSQL cuts longer names off without a word, and <c>{63 bytes}__online</c> then names the table itself.</summary>
internal sealed class IdentifierLengthRule : IViewRule
{
    public const string Title = "An identifier is longer than 63 bytes";
    public const string Message = "The {1} of feature view '{0}' is {2} bytes long in UTF-8, and PostgreSQL keeps 63: shorten {3} by {4}";

    public RuleInfo Info { get; } = new("EMX3006", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration)
    {
        foreach (var name in NamedSite.All(declaration))
        {
            if (IsTooLong(name.Name))
                yield return At(name.Site, $"{name.What} name '{name.Name}'", name.Name, "it");
        }

        var table = declaration.View.Table;
        if (!IsTooLong(table) && LongestDerived(declaration.View) is { } derived && IsTooLong(derived))
            yield return At(NamedSite.OfTable, $"name '{derived}', made from table '{table}',", derived, "the table's name");

        Violation At(ViolationSite site, string what, string name, string remedy)
        {
            var bytes = Identifier.ByteLength(name);
            return Info.At(site, declaration.Type.Name, what, Text(bytes), remedy, Text(bytes - Identifier.MaxBytes));
        }
    }

    // The longest alone: a table short enough for it is short enough for all.
    private static string? LongestDerived(FeatureViewModel view) =>
        DerivedNames.All(view).OrderByDescending(Identifier.ByteLength).FirstOrDefault();

    private static bool IsTooLong(string name) => Identifier.ByteLength(name) > Identifier.MaxBytes && IdentifierTextRule.Flaw(name) is null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
