using Ematix.Model;

namespace Ematix.Rules;

/// <summary>EMX2001: a time to live ends versions, and only Scd2 keeps versions.</summary>
internal sealed class TtlWithoutHistoryRule : IViewRule
{
    public const string Title = "Ttl needs Mode = SyncMode.Scd2";
    public const string Message = "Feature view '{0}' has a Ttl, but Mode = SyncMode.{1} keeps no versions that could expire: take Ttl away or use SyncMode.Scd2";

    public RuleInfo Info { get; } = new("EMX2001", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration)
    {
        if (Applies(declaration))
            yield return Info.At(ViolationSite.OfArgument(nameof(FeatureViewAttribute.Ttl)), declaration.Type.Name, declaration.View.Mode.ToString());
    }

    /// <summary>Whether the view has a time to live that its mode has no use for, be the duration right or wrong.</summary>
    public static bool Applies(ViewDeclaration declaration) => declaration.TtlText is not null && declaration.View.Mode != SyncMode.Scd2;
}
