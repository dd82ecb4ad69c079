using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX0002: the generated part of a nested view repeats the types around it, so they must be partial too.</summary>
internal sealed class ContainingTypeNotPartialRule : IViewRule
{
    public const string Title = "A type around a feature view must be partial";
    public const string Message = "Type '{1}' around the feature view '{0}' is not partial, so no member of the view can be generated: add 'partial' to it. Errors at calls to these members follow from this one.";

    public RuleInfo Info { get; } = new("EMX0002", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration)
    {
        var around = declaration.Type.ContainingTypes;
        for (var position = 0; position < around.Count; position++)
        {
            if (!around[position].IsPartial)
                yield return Info.At(ViolationSite.OfContainingType(position), declaration.Type.Name, around[position].Name);
        }
    }
}
