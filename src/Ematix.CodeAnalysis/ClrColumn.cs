using Ematix.Model;
using Ematix.Sql;
using Microsoft.CodeAnalysis;

namespace Ematix.CodeAnalysis;

/// <summary>The CLR type of a property as the type map sees it.</summary>
/// <param name="Code">The type for generated code, with nullability.</param>
/// <param name="IsNullable">Whether null is a value.</param>
/// <param name="Type">The column type, or null where there is none.</param>
/// <param name="Enum">The enum behind an enum column.</param>
internal sealed record ClrColumn(string Code, bool IsNullable, ColumnType? Type = null, EnumShape? Enum = null)
{
    /// <summary>Maps a type; precision, scale and length come from the tags, as written.</summary>
    public static ClrColumn Of(ITypeSymbol type, PropertyTags tags) =>
        Scalar(type, tags) ?? Array(type, tags) ?? new ClrColumn(type.ToCode(), ClrType.Of(type).IsNullable);

    private static ClrColumn? Scalar(ITypeSymbol symbol, PropertyTags tags)
    {
        var type = ClrType.Of(symbol);
        if (type.Kind is not { } kind || (tags.IsJson && kind is not (ColumnKind.Text or ColumnKind.Json)))
            return null;
        var shape = kind == ColumnKind.Enum ? EnumShapeReader.Read((INamedTypeSymbol)type.Symbol) : null;
        var code = (shape?.ClrType ?? TypeMap.Of(kind).ClrName) + (type.IsNullable ? "?" : "");
        return new ClrColumn(code, type.IsNullable, Narrow(tags.IsJson ? ColumnKind.Json : kind, tags, shape), shape);
    }

    private static ClrColumn? Array(ITypeSymbol symbol, PropertyTags tags)
    {
        if (symbol is not IArrayTypeSymbol { Rank: 1 } array || tags.IsJson)
            return null;
        if (Scalar(array.ElementType, tags) is not { Type: { Kind: not ColumnKind.Json } element } scalar)
            return null;
        var isNullable = ClrType.Of(symbol).IsNullable;
        var type = element with { IsArray = true, HasNullableElements = scalar.IsNullable };
        return new ClrColumn(scalar.Code + (isNullable ? "[]?" : "[]"), isNullable, type, scalar.Enum);
    }

    private static ColumnType Narrow(ColumnKind kind, PropertyTags tags, EnumShape? shape) => kind switch
    {
        ColumnKind.Numeric => new ColumnType(kind) { Precision = tags.Precision, Scale = tags.Scale },
        ColumnKind.Text => new ColumnType(kind) { MaxLength = tags.MaxLength },
        ColumnKind.Enum => new ColumnType(kind) { EnumMembers = shape?.Members ?? default },
        _ => new ColumnType(kind),
    };
}
