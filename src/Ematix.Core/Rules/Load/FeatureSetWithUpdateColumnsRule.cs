using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX2004: both say which columns a load writes: one for a history (Scd2), the other for rows that are updated in place (Merge).</summary>
internal sealed class FeatureSetWithUpdateColumnsRule : ILoadRule
{
    public const string Title = "FeatureSet and UpdateColumns exclude each other";
    public const string Message = "The load of '{0}' sets both FeatureSet and UpdateColumns, which exclude each other: keep FeatureSet in mode Scd2, UpdateColumns in mode Merge";

    public RuleInfo Info { get; } = new("EMX2004", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(FeatureViewModel view, LoadOptionsModel options)
    {
        if (Applies(options))
            yield return Info.At(ViolationSite.OfLaterOption(nameof(options.UpdateColumns), nameof(options.FeatureSet)), view.CatalogName);
    }

    /// <summary>Whether both are set. What one of them means in the view's mode is then of no interest to other rules.</summary>
    public static bool Applies(LoadOptionsModel options) => options is { FeatureSet: not null, UpdateColumns: not null };
}
