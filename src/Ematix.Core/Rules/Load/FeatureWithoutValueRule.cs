using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX2012: a feature outside of the set is carried from the version alive at the row's instant. Where there is none it is NULL.</summary>
internal sealed class FeatureWithoutValueRule : ILoadRule
{
    public const string Title = "FeatureSet must name every feature that is not nullable";
    public const string Message = "The FeatureSet of the load of '{0}' leaves {1} without a value for a key that has no version yet, but NULL is not allowed there: add {1} to FeatureSet, or make it nullable";

    public RuleInfo Info { get; } = new("EMX2012", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(FeatureViewModel view, LoadOptionsModel options)
    {
        if (LoadFacts.UsableFeatureSet(view, options) is not { IsComplete: true } set)
            yield break;
        var missing = view.Features.Where(feature => !feature.IsNullable && !set.Columns.Contains(feature.Column) && !LoadFacts.IsEventTime(feature, options)).ToList();
        if (missing.Count > 0)
            yield return Info.At(ViolationSite.OfArgument(nameof(options.FeatureSet)), view.CatalogName, LoadFacts.List(missing));
    }
}
