using System.Globalization;
using Ematix.Model;

namespace Ematix.Rules;

/// <summary>One breach of a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Site">Where it is broken.</param>
/// <param name="Arguments">What fills the message.</param>
internal sealed record Violation(RuleInfo Rule, ViolationSite Site, EquatableArray<string> Arguments)
{
    /// <summary>The message, in no culture.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.Message, Arguments.ToArray<object>());
}
