using Ematix.CodeAnalysis;
using Ematix.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ematix.Analyzers;

/// <summary>Finds the narrowest place in the source for a violation of the declaration of a view or a service, in whichever part of the type it stands.</summary>
internal static class ViolationLocator
{
    /// <summary>The place, or that of the whole of which it would be a part where it is not written out.</summary>
    public static Location Find(INamedTypeSymbol type, ViolationSite site, CancellationToken cancellationToken)
    {
        if (site.ContainingType is { } position)
            return NameOf(Around(type).Reverse().ElementAt(position));
        var member = site.Member is { } name ? type.GetMembers(name).FirstOrDefault() : null;
        var argument = site.Argument is { } written ? AttributeArguments.Find(member ?? type, written, cancellationToken) : null;
        return argument ?? (member is null ? NameOfType(type, cancellationToken) : NameOf(member));
    }

    private static IEnumerable<INamedTypeSymbol> Around(INamedTypeSymbol type)
    {
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            yield return outer;
    }

    // Of several parts the one that carries the attribute: it is the part that the user thinks of as the view or the service.
    private static Location NameOfType(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        (type.Find(KnownNames.FeatureViewAttribute) ?? type.Find(KnownNames.FeatureServiceAttribute))?.ApplicationSyntaxReference?.GetSyntax(cancellationToken)
            .FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.GetLocation() ?? NameOf(type);

    private static Location NameOf(ISymbol symbol) => symbol.Locations.FirstOrDefault(location => location.IsInSource) ?? Location.None;
}
