using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Generators.Emission;

/// <summary>A declaration as emitters see it: names for code, columns beside their properties, and what can be emitted.</summary>
internal sealed class GeneratedView : IEnumColumns
{
    private readonly HashSet<string> _members;

    public GeneratedView(ViewDeclaration declaration)
    {
        (Type, View, TtlText) = (declaration.Type, declaration.View, declaration.TtlText);
        FullName = TypeNames.FullName(Type);
        Columns = [.. View.Columns.Select((column, i) => new GeneratedColumn(i, column, declaration.Properties.First(property => property.Name == column.Property)))];
        Keys = KeyColumn.All(Columns.Where(column => column.Model.IsKey));
        _members = [.. GeneratedMembers.Of(View.Mode, Keys.Count).Except(Type.MemberNames).Where(name => name != Type.Name)];
        IsConstructible = Type is { HasParameterlessConstructor: true, RequiredOthers.Count: 0 }
            && declaration.Properties.All(property => !property.IsRequired || property.IsColumn)
            && Columns.Count > 0
            && Columns.All(column => column.IsFaithful);
        EnumColumns = IsConstructible
            ? [.. Columns.Where(column => column.Shape.Enum is not null).Select(column => new EnumColumn(column.Shape.Name, column.Model.Column, column.Shape.Enum!))]
            : [];
    }

    public TypeShape Type { get; }

    public FeatureViewModel View { get; }

    /// <summary>The view's name in messages.</summary>
    public string DisplayName => View.CatalogName;

    /// <summary>The columns that hold names, where rows can be made.</summary>
    public IReadOnlyList<EnumColumn> EnumColumns { get; }

    /// <summary>The time to live as the user wrote it, or null.</summary>
    public string? TtlText { get; }

    /// <summary>The type, from anywhere.</summary>
    public string FullName { get; }

    public IReadOnlyList<GeneratedColumn> Columns { get; }

    public IReadOnlyList<KeyColumn> Keys { get; }

    /// <summary>
    /// Whether rows can be made, written and looked up. Where they can't, an analyzer has refused the view: the members keep their
    /// signatures, so that calls are not refused as well, and their bodies say so.
    /// </summary>
    public bool IsConstructible { get; }

    /// <summary>The key's type from anywhere: one key column's own, or the generated struct; a tuple where the user's member has the struct's name.</summary>
    public string KeyType => Keys switch
    {
        [var key] => key.Type,
        _ when HasMember(GeneratedMembers.Key) => $"{FullName}.{GeneratedMembers.Key}",
        _ => $"({string.Join(", ", Keys.Select(key => $"{key.Type} {key.Property}"))})",
    };

    /// <summary>The key's type inside the view's own.</summary>
    public string KeyName => Keys.Count > 1 && HasMember(GeneratedMembers.Key) ? GeneratedMembers.Key : KeyType;

    /// <summary>Whether this member is generated: its mode has it, and no member of the user has its name.</summary>
    public bool HasMember(string name) => _members.Contains(name);
}

/// <summary>A column beside its property.</summary>
/// <param name="Ordinal">Its position in a row, from 0.</param>
/// <param name="Model">The column, mended.</param>
/// <param name="Shape">The property, as it is declared.</param>
internal sealed record GeneratedColumn(int Ordinal, FeatureModel Model, PropertyShape Shape)
{
    /// <summary>The property, for code.</summary>
    public string Property => CSharp.Identifier(Shape.Name);

    /// <summary>Whether the contract can read and write the property, and bind it if it is a key.</summary>
    public bool IsFaithful =>
        Shape.IsColumn && Shape.ColumnType?.Kind == Model.Type.Kind && (!Model.IsKey || TypeMap.CanBeKey(Model.Type));
}
