using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX1005: a version starts at its event, so every row has one.</summary>
internal sealed class NullableEventTimeRule : IViewRule
{
    public const string Title = "An event time must not be nullable";
    public const string Message = "Event time '{0}.{1}' may be null, and a version can't start at no time: make its type 'DateTimeOffset'";

    public RuleInfo Info { get; } = new("EMX1005", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration)
    {
        if (declaration.JudgedEventTime() is { IsNullable: true } property && property.IsInstant())
            yield return Info.At(ViolationSite.OfMember(property.Name), declaration.Type.Name, property.Name);
    }
}
