using Ematix.Model;
using Ematix.Rules;

namespace Ematix.Loading;

/// <summary>Checks the options of a load by the rules that the analyzers use, for values known only now.</summary>
internal static class LoadRules
{
    /// <exception cref="RuleViolationException">The first rule that is broken.</exception>
    public static void Check<TView>(FeatureViewModel view, SyncOptions<TView> options)
    {
        var model = new LoadOptionsModel
        {
            CompareColumns = Selection(options.CompareColumns),
            UpdateColumns = Selection(options.UpdateColumns),
            FeatureSet = Selection(options.FeatureSet),
        };
        if (RuleCatalog.CheckLoad(view, model).FirstOrDefault() is { } violation)
            throw new RuleViolationException(violation.Rule.Id, violation.Message);
    }

    private static ColumnSelection? Selection<TView>(IReadOnlyList<FeatureColumn<TView>>? columns) =>
        columns is null ? null : new(columns.Select(column => column.Name).ToEquatableArray(), IsComplete: true);
}
