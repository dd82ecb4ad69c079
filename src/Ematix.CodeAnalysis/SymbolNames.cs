using System.Text;
using Microsoft.CodeAnalysis;

namespace Ematix.CodeAnalysis;

/// <summary>Names of symbols, as metadata and as generated code write them.</summary>
internal static class SymbolNames
{
    private static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Short = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Whether a type that is neither nested nor generic has this metadata name. Allocates nothing: it is asked for every attribute.</summary>
    public static bool Is(this ITypeSymbol? type, string metadataName) =>
        type is INamedTypeSymbol { ContainingType: null, Arity: 0 } named
        && metadataName.EndsWith(named.Name, StringComparison.Ordinal)
        && EndsWithNamespace(metadataName, metadataName.Length - named.Name.Length, named.ContainingNamespace);

    /// <summary>The type for generated code: <c>global::</c>, keywords escaped, nullability kept.</summary>
    public static string ToCode(this ITypeSymbol type) => type.ToDisplayString(Qualified);

    /// <summary>The type as a reader would write it.</summary>
    public static string ToReader(this ITypeSymbol type) => type.ToDisplayString(Short);

    /// <summary>The namespace with dots, nothing escaped; empty for the global one.</summary>
    public static string ToPlainName(this INamespaceSymbol? space)
    {
        var name = new StringBuilder();
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            name.Insert(0, name.Length == 0 ? space.Name : space.Name + ".");
        return name.ToString();
    }

    private static bool EndsWithNamespace(string metadataName, int length, INamespaceSymbol space)
    {
        for (; !space.IsGlobalNamespace; space = space.ContainingNamespace)
        {
            var start = length - 1 - space.Name.Length;
            if (start < 0 || metadataName[length - 1] != '.' || string.CompareOrdinal(metadataName, start, space.Name, 0, space.Name.Length) != 0)
                return false;
            length = start;
        }

        return length == 0;
    }
}
