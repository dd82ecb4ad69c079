using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX2011: each event is a version of its own, so that its time is always compared.</summary>
internal sealed class EventTimeNotComparedRule : ILoadRule
{
    public const string Title = "CompareColumns must name the event time";
    public const string Message = "The load of '{0}' leaves the event time '{1}' out of CompareColumns, but each event is a version of its own: add '{1}' to CompareColumns";

    public RuleInfo Info { get; } = new("EMX2011", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(FeatureViewModel view, LoadOptionsModel options)
    {
        if (view.EventTime is null || LoadFacts.UsableCompareColumns(view, options) is not { IsComplete: true } compared)
            yield break;
        if (view.Features.FirstOrDefault(column => LoadFacts.IsEventTime(column, options)) is { } eventTime && !compared.Columns.Contains(eventTime.Column))
            yield return Info.At(ViolationSite.OfArgument(nameof(options.CompareColumns)), view.CatalogName, eventTime.Property);
    }
}
