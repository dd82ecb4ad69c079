using System.Globalization;
using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX2010 for a load: a duration that means nothing, or more than the database keeps.</summary>
internal sealed class LoadDurationRule : ILoadRule
{
    // One id has one text: it is that of the rule about a view's own durations.
    public RuleInfo Info { get; } = new("EMX2010", RuleSeverity.Error, DurationRule.Title, DurationRule.Message);

    public IEnumerable<Violation> Check(FeatureViewModel view, LoadOptionsModel options)
    {
        if (options.Ttl is { } ttl && !Durations.IsUsable(ttl))
            yield return At(nameof(options.Ttl), ttl);
        if (options.Lookback is { } lookback && !Durations.IsUsable(lookback))
            yield return At(nameof(options.Lookback), lookback);

        Violation At(string option, TimeSpan duration) =>
            Info.At(ViolationSite.OfArgument(option), view.CatalogName, $"SyncOptions.{option}", duration.ToString("c", CultureInfo.InvariantCulture));
    }
}
