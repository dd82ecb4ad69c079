using Ematix.Model;
using Microsoft.CodeAnalysis;

namespace Ematix.CodeAnalysis;

/// <summary>Which part of a partial type declares a property. Parts are numbered in the order of the compiler, from the first that declares a column.</summary>
internal static class DeclaringParts
{
    /// <summary>Numbers the properties, which are given with their symbols.</summary>
    public static EquatableArray<PropertyShape> Number(INamedTypeSymbol type, IReadOnlyList<(IPropertySymbol Symbol, PropertyShape Shape)> properties)
    {
        var parts = type.DeclaringSyntaxReferences;
        if (parts.Length < 2)
            return properties.Select(property => property.Shape).ToEquatableArray();
        var numbers = properties.Select(property => PartOf(property.Symbol)).ToArray();
        var first = numbers.Where((_, i) => properties[i].Shape.IsColumn).DefaultIfEmpty().Min();
        return properties.Select((property, i) => property.Shape with { Part = (numbers[i] - first + parts.Length) % parts.Length }).ToEquatableArray();

        int PartOf(IPropertySymbol property) =>
            property.DeclaringSyntaxReferences is [var declaration, ..]
                ? Math.Max(0, parts.ToList().FindIndex(part => part.SyntaxTree == declaration.SyntaxTree && part.Span.Contains(declaration.Span)))
                : 0;
    }
}
