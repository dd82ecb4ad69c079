using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX2005: a backfill window is a range of event times.</summary>
internal sealed class WindowWithoutEventTimeRule : ILoadRule
{
    public const string Title = "BackfillWindow needs an event time";
    public const string Message = "The load of '{0}' sets BackfillWindow, but the view has no event time that could lie inside: take BackfillWindow away, or give the view an [EventTimestamp] in mode Scd2 or Merge";

    public RuleInfo Info { get; } = new("EMX2005", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(FeatureViewModel view, LoadOptionsModel options)
    {
        if (options.HasBackfillWindow && view.EventTime is null)
            yield return Info.At(ViolationSite.OfArgument(nameof(options.BackfillWindow)), view.CatalogName);
    }
}
