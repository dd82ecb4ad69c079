using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX2003: Append and Truncate take rows as they come; an event time would order nothing.</summary>
internal sealed class EventTimeInOtherModeRule : IViewRule
{
    public const string Title = "An event time needs Mode = SyncMode.Scd2 or SyncMode.Merge";
    public const string Message = "'{0}.{1}' is an event time, but Mode = SyncMode.{2} has no use for one: take [EventTimestamp] away, or use SyncMode.Scd2 or SyncMode.Merge";

    public RuleInfo Info { get; } = new("EMX2003", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration)
    {
        var mode = declaration.View.Mode;
        if (mode is not (SyncMode.Scd2 or SyncMode.Merge) && declaration.TaggedEventTime() is { } property)
            yield return Info.At(ViolationSite.OfMember(property.Name), declaration.Type.Name, property.Name, mode.ToString());
    }
}
