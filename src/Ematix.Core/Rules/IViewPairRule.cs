namespace Ematix.Rules;

/// <summary>A rule about two views of one project.</summary>
internal interface IViewPairRule
{
    /// <summary>What the rule says.</summary>
    RuleInfo Info { get; }

    /// <summary>Finds every breach in <paramref name="view"/> against a view that is declared before it.</summary>
    IEnumerable<Violation> Check(ViewTarget view, ViewTarget earlier);
}
