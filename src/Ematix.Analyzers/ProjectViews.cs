using Ematix.CodeAnalysis;
using Ematix.Rules;
using Microsoft.CodeAnalysis;

namespace Ematix.Analyzers;

/// <summary>The feature views of one compilation, as far as rules about two views look at them.</summary>
internal sealed class ProjectViews(Compilation compilation)
{
    private readonly object _gate = new();
    private Dictionary<string, Owner>? _owners;

    /// <summary>
    /// Finds every breach in a view against the first one in source order that claims the same table or name. Asked of the view itself,
    /// not at the end of the compilation, so that an editor can answer for the file it shows.
    /// </summary>
    public IEnumerable<Violation> CheckAgainstEarlier(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var owners = Owners(cancellationToken);
        return TargetOf(type) is { } target
            ? target.Claims.Select(claim => owners[claim])
                .Where(owner => !SymbolEqualityComparer.Default.Equals(owner.Type, type))
                .Distinct()
                .SelectMany(owner => RuleCatalog.CheckPair(target, owner.Target))
            : [];
    }

    // The attribute alone is read: an editor asks again after every keystroke, and the columns of all views would take their time.
    private static ViewTarget? TargetOf(INamedTypeSymbol type) => type.Find(KnownNames.FeatureViewAttribute) is { } attribute
        ? ViewTarget.Of(type.ToDisplayString(), ViewMender.View(type.Name, ViewArguments.Of(attribute), default))
        : null;

    // Not a Lazy: that would keep the exception of a cancelled run.
    private Dictionary<string, Owner> Owners(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _owners ??= FindOwners(cancellationToken);
        }
    }

    private Dictionary<string, Owner> FindOwners(CancellationToken cancellationToken)
    {
        var owners = new Dictionary<string, Owner>(StringComparer.Ordinal);
        foreach (var type in SourceViews.InOrder(compilation, cancellationToken))
        {
            if (TargetOf(type) is not { } target)
                continue;
            foreach (var claim in target.Claims.Where(claim => !owners.ContainsKey(claim)))
                owners.Add(claim, new Owner(type, target));
        }

        return owners;
    }

    private sealed record Owner(INamedTypeSymbol Type, ViewTarget Target);
}
