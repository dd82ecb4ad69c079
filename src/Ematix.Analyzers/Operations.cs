using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ematix.Analyzers;

/// <summary>What several readers of expressions ask.</summary>
internal static class Operations
{
    /// <summary>The expression as it is written, without what the compiler makes of it to fit.</summary>
    public static IOperation WithoutConversion(this IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true, Conversion.IsUserDefined: false } conversion)
            operation = conversion.Operand;
        return operation;
    }

    /// <summary>Whether the type has this full name.</summary>
    public static bool Is(this ITypeSymbol? type, string fullName) => type?.ToDisplayString() == fullName;
}
