using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX2017: what a late row carries would have to be carried on into the versions after it, which other loads have written.</summary>
internal sealed class FeatureSetOutOfOrderRule : ILoadRule
{
    public const string Title = "FeatureSet excludes BackfillWindow and LateArrivals.Insert";
    public const string Message = "The load of '{0}' sets both FeatureSet and {1}, but what a late row changes would have to be carried on into later versions: {2}";

    public RuleInfo Info { get; } = new("EMX2017", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(FeatureViewModel view, LoadOptionsModel options)
    {
        if (LoadFacts.UsableFeatureSet(view, options) is null)
            yield break;
        if (LoadFacts.HasUsableWindow(view, options))
            yield return At(nameof(options.BackfillWindow), nameof(options.BackfillWindow), "take one of them away");
        else if (LoadFacts.InsertsLateRows(view, options))
            yield return At(nameof(options.LateArrivals), "LateArrivals.Insert", "take FeatureSet away, or use LateArrivals.Skip or LateArrivals.Reject");

        Violation At(string option, string written, string remedy) =>
            Info.At(ViolationSite.OfLaterOption(nameof(options.FeatureSet), option), view.CatalogName, written, remedy);
    }
}
