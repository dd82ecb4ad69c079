using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX2014: a key tells which row is meant; it comes with every row and never changes.</summary>
internal sealed class KeyAmongColumnsRule : ILoadRule
{
    public const string Title = "CompareColumns, UpdateColumns and FeatureSet name no keys";
    public const string Message = "The load of '{0}' names the key {2} in {1}, but a key never changes and comes with every row: take {2} out of {1}";

    public RuleInfo Info { get; } = new("EMX2014", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(FeatureViewModel view, LoadOptionsModel options)
    {
        return new[]
        {
            At(nameof(options.CompareColumns), LoadFacts.UsableCompareColumns(view, options)),
            At(nameof(options.UpdateColumns), LoadFacts.UsableUpdateColumns(view, options)),
            At(nameof(options.FeatureSet), LoadFacts.UsableFeatureSet(view, options)),
        }.OfType<Violation>();

        Violation? At(string option, ColumnSelection? selection)
        {
            var keys = view.Keys.Where(key => selection is not null && selection.Columns.Contains(key.Column)).ToList();
            return keys.Count == 0 ? null : Info.At(ViolationSite.OfArgument(option), view.CatalogName, option, LoadFacts.List(keys));
        }
    }
}
