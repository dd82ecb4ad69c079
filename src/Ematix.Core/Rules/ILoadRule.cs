using Ematix.Model;

namespace Ematix.Rules;

/// <summary>A rule about a view together with the options of a load: checked while compiling as far as they are known there, and again when the load runs.</summary>
internal interface ILoadRule
{
    /// <summary>What the rule says.</summary>
    RuleInfo Info { get; }

    /// <summary>Finds every breach; the same for the same view and options.</summary>
    IEnumerable<Violation> Check(FeatureViewModel view, LoadOptionsModel options);
}
