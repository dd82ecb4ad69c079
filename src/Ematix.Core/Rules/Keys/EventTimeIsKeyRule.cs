using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX1007: with the event time in the key every event would be an entity of its own, without a history.</summary>
internal sealed class EventTimeIsKeyRule : IViewRule
{
    public const string Title = "An event time can't be an entity key";
    public const string Message = "'{0}.{1}' is both an entity key and the event time, so no entity could have two versions: keep [EntityKey] or [EventTimestamp]";

    public RuleInfo Info { get; } = new("EMX1007", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration)
    {
        if (declaration.TaggedEventTime() is { IsKey: true } property && property.IsMeantAsColumn())
            yield return Info.At(ViolationSite.OfMember(property.Name), declaration.Type.Name, property.Name);
    }
}
