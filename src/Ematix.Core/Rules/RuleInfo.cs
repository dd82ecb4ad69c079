using Ematix.Model;

namespace Ematix.Rules;

/// <summary>What a rule says: its id, its severity and the text that states the fact and the remedy.</summary>
/// <param name="Id"><c>EMX####</c>; never reused.</param>
/// <param name="Severity">Whether it stops the build.</param>
/// <param name="Title">The rule in a few words.</param>
/// <param name="Message">A format with {0}, {1} …: the fact, then the remedy.</param>
internal sealed record RuleInfo(string Id, RuleSeverity Severity, string Title, string Message)
{
    /// <summary>The page that explains the rule, in the repository.</summary>
    public string Page => $"docs/rules/{Id}.md";

    /// <summary>A breach of this rule.</summary>
    /// <param name="site">Where.</param>
    /// <param name="arguments">What fills <see cref="Message"/>.</param>
    public Violation At(ViolationSite site, params string[] arguments) => new(this, site, arguments.ToEquatableArray());
}

/// <summary>Whether a rule stops the build.</summary>
internal enum RuleSeverity
{
    Error,
    Warning,
}
