using Ematix.Model;
using Microsoft.CodeAnalysis;

namespace Ematix.CodeAnalysis;

/// <summary>Property symbol of a feature service → shape.</summary>
internal static class ServiceMemberReader
{
    /// <summary>Reads every public instance property that the type itself declares, and every tagged one, in declaration order.</summary>
    public static EquatableArray<ServiceMember> Read(INamedTypeSymbol type, bool initializersMustSet, CancellationToken cancellationToken)
    {
        var members = new List<ServiceMember>();
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            var join = property.Find(KnownNames.JoinAttribute);
            var spineColumn = property.Find(KnownNames.SpineColumnAttribute);
            if (join is not null || spineColumn is not null || PropertyShapeReader.IsVisible(property))
                members.Add(Member(property, join, spineColumn, initializersMustSet, cancellationToken));
        }

        return members.ToEquatableArray();
    }

    private static ServiceMember Member(
        IPropertySymbol property, AttributeData? join, AttributeData? spineColumn, bool initializersMustSet, CancellationToken cancellationToken)
    {
        var shape = PropertyShapeReader.Shape(property, PropertyTags.Of(property), initializersMustSet);
        return new ServiceMember
        {
            Property = shape with { Column = spineColumn?.Positional(0) as string ?? shape.Column },
            View = property.Type is INamedTypeSymbol view ? JoinedViewReader.Read(view, cancellationToken) : null,
            HasJoin = join is not null,
            WrittenColumns = join is null ? default : Columns(join).ToEquatableArray(),
            Prefix = join?.Text(nameof(JoinAttribute.Prefix)),
            IsSpineColumn = spineColumn is not null,
        };
    }

    // A name in the making may be null, or no text.
    private static IEnumerable<string> Columns(AttributeData join) =>
        join.ConstructorArguments is [{ Kind: TypedConstantKind.Array, IsNull: false } columns]
            ? columns.Values.Select(column => column.Value as string ?? "")
            : [];
}
