using Ematix.Model;
using Microsoft.CodeAnalysis;

namespace Ematix.CodeAnalysis;

/// <summary>A CLR type without its nullability, and that nullability.</summary>
/// <param name="Symbol">The type, <c>T</c> of a <c>T?</c>.</param>
/// <param name="IsNullable">Whether null is a value.</param>
internal readonly record struct ClrType(ITypeSymbol Symbol, bool IsNullable)
{
    /// <summary>The kind of a scalar column of this type, or null: this and the type map are the whole map.</summary>
    public ColumnKind? Kind => Symbol.SpecialType switch
    {
        SpecialType.System_Boolean => ColumnKind.Boolean,
        SpecialType.System_Int16 => ColumnKind.Int16,
        SpecialType.System_Int32 => ColumnKind.Int32,
        SpecialType.System_Int64 => ColumnKind.Int64,
        SpecialType.System_Single => ColumnKind.Single,
        SpecialType.System_Double => ColumnKind.Double,
        SpecialType.System_Decimal => ColumnKind.Numeric,
        SpecialType.System_String => ColumnKind.Text,
        SpecialType.None => OtherKind(),
        _ => null,
    };

    /// <summary>Takes a type apart.</summary>
    public static ClrType Of(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? new ClrType(nullable.TypeArguments[0], true)
            : new ClrType(type, type.IsReferenceType && IsNullableReference(type.NullableAnnotation));

    // Where nullable annotations are off, nothing keeps null out of a reference: NOT NULL would be a promise that nobody made.
    private static bool IsNullableReference(NullableAnnotation annotation) => annotation != NullableAnnotation.NotAnnotated;

    private ColumnKind? OtherKind() => Symbol switch
    {
        { TypeKind: TypeKind.Enum } => ColumnKind.Enum,
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } => ColumnKind.Bytes,
        _ when Symbol.Is(KnownNames.DateTimeOffset) => ColumnKind.Instant,
        _ when Symbol.Is(KnownNames.DateOnly) => ColumnKind.Date,
        _ when Symbol.Is(KnownNames.TimeOnly) => ColumnKind.Time,
        _ when Symbol.Is(KnownNames.TimeSpan) => ColumnKind.Interval,
        _ when Symbol.Is(KnownNames.Guid) => ColumnKind.Uuid,
        _ when Symbol.Is(KnownNames.JsonElement) => ColumnKind.Json,
        _ => null,
    };
}
