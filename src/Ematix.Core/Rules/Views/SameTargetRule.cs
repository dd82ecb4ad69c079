using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Rules;

/// <summary>EMX3008: two views with one table would overwrite each other; two with one registered name would fight for its row in the catalog.</summary>
internal sealed class SameTargetRule : IViewPairRule
{
    public const string Title = "Two feature views have one table or one registered name";
    public const string Message = "Feature views '{0}' and '{1}' both have the {2}: {3}";

    public RuleInfo Info { get; } = new("EMX3008", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration, ViewDeclaration earlier)
    {
        var (view, other) = (declaration.View, earlier.View);
        if (view.Schema == other.Schema && view.Table == other.Table)
            yield return At(NamedSite.OfTable, $"table '{view.Schema}.{view.Table}'", "give one of them another Table, Schema or Version");
        else if (view.CatalogName == other.CatalogName)
            yield return At(ViolationSite.Type, $"registered name '{view.CatalogName}'", "give one of them another Schema or Version, or rename the class");

        Violation At(ViolationSite site, string what, string remedy) =>
            Info.At(site, FullName(declaration.Type), FullName(earlier.Type), what, remedy);
    }

    /// <summary>What a view has for itself alone. Views that share none of these are no pair to check.</summary>
    public static IEnumerable<string> Targets(FeatureViewModel view) =>
        [Identifier.Table(view), $"registered {view.CatalogName}"];

    private static string FullName(TypeShape type)
    {
        var names = type.ContainingTypes.Select(around => around.Name).Append(type.Name);
        return string.Join(".", type.Namespace.Length == 0 ? names : names.Prepend(type.Namespace));
    }
}
