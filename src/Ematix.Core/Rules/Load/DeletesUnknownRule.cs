using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX2008: a key that a partial source does not contain is not gone, and one that is gone from a stream of events went at no known time.</summary>
internal sealed class DeletesUnknownRule : ILoadRule
{
    public const string Title = "HandleDeletes needs a source that is complete, and Soft a view without event time";
    public const string Message = "The load of '{0}' sets HandleDeletes.{1}, but {2}: {3}";

    public RuleInfo Info { get; } = new("EMX2008", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(FeatureViewModel view, LoadOptionsModel options)
    {
        if (options.HandleDeletes == HandleDeletes.None || HandleDeletesInOtherModeRule.Applies(view, options))
            yield break;
        if (options.HandleDeletes == HandleDeletes.Soft && view.EventTime is not null)
            yield return At(ViolationSite.OfArgument(nameof(options.HandleDeletes)), "a key's absence has no event time to close a version at", "take HandleDeletes away");
        else if (PartialBy(view, options) is { } option)
            yield return At(ViolationSite.OfLaterOption(nameof(options.HandleDeletes), option), $"{option} takes only a part of the data, and keys outside of it are not gone", $"take HandleDeletes or {option} away");

        Violation At(ViolationSite site, string fact, string remedy) => Info.At(site, view.CatalogName, options.HandleDeletes.ToString(), fact, remedy);
    }

    private static string? PartialBy(FeatureViewModel view, LoadOptionsModel options) => options switch
    {
        { IncrementalColumn: not null } when !IncrementalColumnRule.Applies(view, options) => nameof(options.IncrementalColumn),
        _ when LoadFacts.UsableFeatureSet(view, options) is not null => nameof(options.FeatureSet),
        _ when LoadFacts.HasUsableWindow(view, options) => nameof(options.BackfillWindow),
        _ => null,
    };
}
