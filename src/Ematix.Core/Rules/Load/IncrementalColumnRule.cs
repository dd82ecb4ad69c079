using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX2009: what replaces all rows must read all rows, and a watermark is that of a column.</summary>
internal sealed class IncrementalColumnRule : ILoadRule
{
    public const string Title = "IncrementalColumn needs a name, and a mode other than Truncate";
    public const string Message = "The load of '{0}' sets IncrementalColumn, but {1}: {2}";

    public RuleInfo Info { get; } = new("EMX2009", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(FeatureViewModel view, LoadOptionsModel options)
    {
        if (!Applies(view, options))
            yield break;
        var (fact, remedy) = view.Mode == SyncMode.Truncate
            ? ("mode Truncate replaces all rows, and those that were not read again would be lost", "take IncrementalColumn away")
            : ("it names no column", "name a column of the source that grows, or take IncrementalColumn away");
        yield return Info.At(ViolationSite.OfArgument(nameof(options.IncrementalColumn)), view.CatalogName, fact, remedy);
    }

    /// <summary>Whether the column is set and can't be used.</summary>
    public static bool Applies(FeatureViewModel view, LoadOptionsModel options) =>
        options.IncrementalColumn is { } column && (view.Mode == SyncMode.Truncate || string.IsNullOrWhiteSpace(column));
}
