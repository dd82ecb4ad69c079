using Ematix.Model;
using Microsoft.CodeAnalysis;

namespace Ematix.CodeAnalysis;

/// <summary>Symbol → model. Symbols end here: what comes out is plain, equal by value, and knows no syntax and no location.</summary>
internal static class FeatureViewParser
{
    /// <summary>Reads a type, from source or from a reference. Null where it carries no <c>[FeatureView]</c>.</summary>
    public static ViewDeclaration? Parse(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (type.Find(KnownNames.FeatureViewAttribute) is not { } attribute)
            return null;
        var arguments = ViewArguments.Of(attribute);
        var properties = PropertyShapeReader.Read(type, TypeShapeReader.InitializersMustSet(type), cancellationToken);
        return new ViewDeclaration
        {
            Type = TypeShapeReader.Read(type, cancellationToken),
            View = ViewMender.View(type.Name, arguments, properties),
            Properties = properties,
            TtlText = arguments.Ttl,
            FreshnessSlaText = arguments.FreshnessSla,
            WrittenArguments = arguments.Written,
        };
    }
}
