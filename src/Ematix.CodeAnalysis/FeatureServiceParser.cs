using Ematix.Model;
using Microsoft.CodeAnalysis;

namespace Ematix.CodeAnalysis;

/// <summary>Symbol → model of a feature service. Symbols end here.</summary>
internal static class FeatureServiceParser
{
    /// <summary>Reads a type. Null where it carries no <c>[FeatureService]</c>.</summary>
    public static ServiceDeclaration? Parse(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (type.Find(KnownNames.FeatureServiceAttribute) is null)
            return null;
        return new ServiceDeclaration
        {
            Type = TypeShapeReader.Read(type, cancellationToken),
            IsView = type.Find(KnownNames.FeatureViewAttribute) is not null,
            Members = ServiceMemberReader.Read(type, TypeShapeReader.InitializersMustSet(type), cancellationToken),
        };
    }
}
