using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX2007: only a history can close a version, and only rows that are updated in place can go without a trace.</summary>
internal sealed class HandleDeletesInOtherModeRule : ILoadRule
{
    public const string Title = "HandleDeletes.Soft needs mode Scd2, HandleDeletes.Hard mode Merge";
    public const string Message = "The load of '{0}' sets HandleDeletes.{1}, which is for mode {2}, but the view's mode is {3}: {4}";

    public RuleInfo Info { get; } = new("EMX2007", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(FeatureViewModel view, LoadOptionsModel options)
    {
        if (Applies(view, options))
        {
            var needed = options.HandleDeletes == HandleDeletes.Soft ? SyncMode.Scd2 : SyncMode.Merge;
            yield return Info.At(
                ViolationSite.OfArgument(nameof(options.HandleDeletes)),
                view.CatalogName, options.HandleDeletes.ToString(), needed.ToString(), view.Mode.ToString(), Remedy(view));
        }
    }

    /// <summary>Whether the view's mode has no use for it. With what else it can't be combined is then of no interest.</summary>
    public static bool Applies(FeatureViewModel view, LoadOptionsModel options) => options.HandleDeletes switch
    {
        HandleDeletes.Soft => view.Mode != SyncMode.Scd2,
        HandleDeletes.Hard => view.Mode != SyncMode.Merge,
        _ => false,
    };

    private static string Remedy(FeatureViewModel view) => view switch
    {
        { Mode: SyncMode.Scd2, EventTime: null } => "use HandleDeletes.Soft",
        { Mode: SyncMode.Merge } => "use HandleDeletes.Hard",
        _ => "take HandleDeletes away",
    };
}
