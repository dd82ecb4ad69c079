using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX2013: a row is late by its event time, in a history. In mode Merge there is nothing to choose: an older event never overwrites a newer one.</summary>
internal sealed class LateArrivalsRule : ILoadRule
{
    public const string Title = "LateArrivals needs a history with an event time";
    public const string Message = "The load of '{0}' sets LateArrivals, but {1}: take LateArrivals away";

    public RuleInfo Info { get; } = new("EMX2013", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(FeatureViewModel view, LoadOptionsModel options)
    {
        if (options.LateArrivals is null || LoadFacts.HasEventHistory(view))
            yield break;
        var fact = view.EventTime is null
            ? "the view has no event time that a row could be late by"
            : $"in mode {view.Mode} an older event never overwrites a newer one, whatever is set";
        yield return Info.At(ViolationSite.OfArgument(nameof(options.LateArrivals)), view.CatalogName, fact);
    }
}
