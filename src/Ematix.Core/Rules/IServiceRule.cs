using Ematix.Model;

namespace Ematix.Rules;

/// <summary>A rule about the declaration of one feature service.</summary>
internal interface IServiceRule
{
    /// <summary>What the rule says.</summary>
    RuleInfo Info { get; }

    /// <summary>Finds every breach; the same for the same declaration.</summary>
    IEnumerable<Violation> Check(ServiceDeclaration declaration);
}
