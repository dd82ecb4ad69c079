using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX2002: the online snapshot holds the current versions of a history; other modes keep one row a key, which can be read as it is.</summary>
internal sealed class OnlineWithoutHistoryRule : IViewRule
{
    public const string Title = "Online needs Mode = SyncMode.Scd2";
    public const string Message = "Feature view '{0}' has Online = true, but Mode = SyncMode.{1} keeps no history to make a snapshot of: take Online away or use SyncMode.Scd2";

    public RuleInfo Info { get; } = new("EMX2002", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration)
    {
        var view = declaration.View;
        if (view.Online && view.Mode != SyncMode.Scd2)
            yield return Info.At(ViolationSite.OfArgument(nameof(FeatureViewAttribute.Online)), declaration.Type.Name, view.Mode.ToString());
    }
}
