namespace Ematix.Rules;

/// <summary>EMX3008: two views with one table would overwrite each other; two with one registered name would fight for its row in the catalog.</summary>
internal sealed class SameTargetRule : IViewPairRule
{
    public const string Title = "Two feature views have one table or one registered name";
    public const string Message = "Feature views '{0}' and '{1}' both have the {2}: {3}";

    public RuleInfo Info { get; } = new("EMX3008", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewTarget view, ViewTarget earlier)
    {
        if (view.Table == earlier.Table)
            yield return At(NamedSite.OfTable, $"table {view.Table}", "give one of them another Table, Schema or Version");
        else if (view.CatalogName == earlier.CatalogName)
            yield return At(ViolationSite.Type, $"registered name '{view.CatalogName}'", "give one of them another Schema or Version, or rename the class");

        Violation At(ViolationSite site, string what, string remedy) => Info.At(site, view.TypeName, earlier.TypeName, what, remedy);
    }
}
