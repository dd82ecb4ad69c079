using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX1006: a view has one timeline.</summary>
internal sealed class SeveralEventTimesRule : IViewRule
{
    public const string Title = "A feature view has at most one event time";
    public const string Message = "'{0}.{1}' is a second event time beside '{0}.{2}': keep [EventTimestamp] on one of them";

    public RuleInfo Info { get; } = new("EMX1006", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration)
    {
        foreach (var property in declaration.Surplus())
            yield return Info.At(ViolationSite.OfMember(property.Name), declaration.Type.Name, property.Name, declaration.TaggedEventTime()!.Name);
    }
}
