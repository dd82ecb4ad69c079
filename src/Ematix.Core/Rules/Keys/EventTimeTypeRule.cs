using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX1004: an event time is an instant. A naive time takes the session's zone and leaks the future.</summary>
internal sealed class EventTimeTypeRule : IViewRule
{
    public const string Title = "An event time must be a DateTimeOffset";
    public const string Message = "Event time '{0}.{1}' has the type '{2}', which is no instant: make it a DateTimeOffset";

    public RuleInfo Info { get; } = new("EMX1004", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration)
    {
        if (declaration.JudgedEventTime() is { HasErrorType: false } property && !property.IsInstant())
            yield return Info.At(ViolationSite.OfMember(property.Name), declaration.Type.Name, property.Name, property.DisplayType);
    }
}
