namespace Ematix;

/// <summary>Options of a call break a rule of the product: the same rule, with the same id, that the compiler checks where it can.</summary>
public sealed class RuleViolationException : EmatixException
{
    internal RuleViolationException(string ruleId, string message)
        : base($"{ruleId}: {message}") => RuleId = ruleId;

    /// <summary>The rule, such as <c>EMX2004</c>; its page is <c>docs/rules/{RuleId}.md</c>.</summary>
    public string RuleId { get; }
}
