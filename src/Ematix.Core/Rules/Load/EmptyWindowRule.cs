using System.Globalization;
using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX2006: a half-open window whose end is not after its start holds no instant. Its bounds are floored before they are compared, as a load floors them.</summary>
internal sealed class EmptyWindowRule : ILoadRule
{
    public const string Title = "BackfillWindow must end after it starts";
    public const string Message = "The BackfillWindow of the load of '{0}' starts at {1} and ends at {2}, so that no instant is inside: set an end that is at least a microsecond after the start";

    public RuleInfo Info { get; } = new("EMX2006", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(FeatureViewModel view, LoadOptionsModel options)
    {
        if (LoadFacts.HasUsableWindow(view, options) && options.BackfillWindow is { } window && Microseconds(window.To) <= Microseconds(window.From))
            yield return Info.At(ViolationSite.OfArgument(nameof(options.BackfillWindow)), view.CatalogName, Text(window.From), Text(window.To));
    }

    private static long Microseconds(DateTimeOffset instant) => instant.UtcTicks / 10;

    // The format cuts, as flooring does: ticks are counted from the year 1.
    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
