using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX2016: each way to narrow a load's columns belongs to one mode; elsewhere it would be ignored.</summary>
internal sealed class ColumnsInOtherModeRule : ILoadRule
{
    public const string Title = "UpdateColumns needs mode Merge, CompareColumns and FeatureSet mode Scd2";
    public const string Message = "The load of '{0}' sets {1}, which is for mode {2}, but the view's mode is {3}: take {1} away";

    public RuleInfo Info { get; } = new("EMX2016", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(FeatureViewModel view, LoadOptionsModel options)
    {
        if (FeatureSetWithUpdateColumnsRule.Applies(options))
            return [];
        return new[]
        {
            At(nameof(options.UpdateColumns), options.UpdateColumns, SyncMode.Merge),
            At(nameof(options.CompareColumns), options.CompareColumns, SyncMode.Scd2),
            At(nameof(options.FeatureSet), options.FeatureSet, SyncMode.Scd2),
        }.OfType<Violation>();

        Violation? At(string option, ColumnSelection? selection, SyncMode needed) => selection is null || view.Mode == needed
            ? null
            : Info.At(ViolationSite.OfArgument(option), view.CatalogName, option, needed.ToString(), view.Mode.ToString());
    }
}
