using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX2010: a duration that means nothing, or more than the database keeps.</summary>
internal sealed class DurationRule : IViewRule
{
    public const string Title = "A duration must be positive, in whole microseconds, and in a known form";
    public const string Message = "{1} = \"{2}\" of feature view '{0}' is no duration: write a positive one such as 30d, 4h, 90m, 45s, 500ms, or ISO 8601 without years and months (P1DT12H), in whole microseconds";

    public RuleInfo Info { get; } = new("EMX2010", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration)
    {
        if (declaration.TtlText is { } ttl && Durations.Parse(ttl) is null && !TtlWithoutHistoryRule.Applies(declaration))
            yield return At(nameof(FeatureViewAttribute.Ttl), ttl);
        if (declaration.FreshnessSlaText is { } sla && Durations.Parse(sla) is null)
            yield return At(nameof(FeatureViewAttribute.FreshnessSla), sla);

        Violation At(string argument, string text) => Info.At(ViolationSite.OfArgument(argument), declaration.Type.Name, argument, text);
    }
}
