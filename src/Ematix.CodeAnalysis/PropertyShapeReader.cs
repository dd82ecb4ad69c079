using Ematix.Model;
using Ematix.Sql;
using Microsoft.CodeAnalysis;

namespace Ematix.CodeAnalysis;

/// <summary>Property symbol → shape.</summary>
internal static class PropertyShapeReader
{
    /// <summary>Reads every public instance property that the type itself declares, and every tagged one, in declaration order.</summary>
    public static EquatableArray<PropertyShape> Read(INamedTypeSymbol type, bool initializersMustSet, CancellationToken cancellationToken)
    {
        var properties = new List<(IPropertySymbol Symbol, PropertyShape Shape)>();
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var tags = PropertyTags.Of(property);
            if (tags.Any || IsVisible(property))
                properties.Add((property, Shape(property, tags, initializersMustSet)));
        }

        return DeclaringParts.Number(type, properties);
    }

    /// <summary>Reads one property.</summary>
    public static PropertyShape Shape(IPropertySymbol property, PropertyTags tags, bool initializersMustSet)
    {
        var clr = ClrColumn.Of(property.Type, tags);
        return new PropertyShape
        {
            Name = property.Name,
            ClrType = clr.Code,
            DisplayType = property.Type.ToReader(),
            ColumnType = clr.Type,
            HasErrorType = HasError(property.Type),
            Column = tags.Column ?? SnakeCase.Of(property.Name),
            RenamedFrom = tags.RenamedFrom,
            Description = tags.Description,
            Enum = clr.Enum,
            IsNullable = clr.IsNullable,
            IsTagged = tags.Any,
            IsKey = tags.IsKey,
            IsEventTime = tags.IsEventTime,
            IsExcluded = tags.IsExcluded,
            IsSettable = IsVisible(property) && property is { GetMethod: not null, SetMethod: not null },
            IsRequired = initializersMustSet && property.IsRequired,
            HasNumeric = tags.HasNumeric,
        };
    }

    /// <summary>
    /// Whether it is a public property of the instance. An explicit interface implementation is private, so it is none of them;
    /// neither is an indexer: it has no value without an argument.
    /// </summary>
    public static bool IsVisible(IPropertySymbol property) =>
        property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false };

    private static bool HasError(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => true,
        IArrayTypeSymbol array => HasError(array.ElementType),
        IPointerTypeSymbol pointer => HasError(pointer.PointedAtType),
        INamedTypeSymbol named => named.TypeArguments.Any(HasError) || (named.ContainingType is { } outer && HasError(outer)),
        _ => false,
    };
}
