using Ematix.Model;
using Microsoft.CodeAnalysis;

namespace Ematix.CodeAnalysis;

/// <summary>Type symbol of a feature view, from source or from a reference → what a service needs of it.</summary>
internal static class JoinedViewReader
{
    /// <summary>Reads the view; null where the type is none.</summary>
    public static JoinedView? Read(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        FeatureViewParser.Parse(type, cancellationToken) is { } view
            ? new JoinedView
            {
                FullName = type.WithNullableAnnotation(NullableAnnotation.None).ToCode(),
                Mode = view.View.Mode,
                IsGenerated = view.Type.CanHaveGeneratedPart,
                Keys = view.View.Keys.Select(key => Key(view, key)).ToEquatableArray(),
                Features = view.View.Features.Select(feature => feature.Column).ToEquatableArray(),
            }
            : null;

    private static JoinedKey Key(ViewDeclaration view, FeatureModel key)
    {
        var property = view.Properties.First(property => property.Name == key.Property);
        return new JoinedKey(key.Property, key.Column, key.Type, property.ClrType.TrimEnd('?'), property.Enum);
    }
}
