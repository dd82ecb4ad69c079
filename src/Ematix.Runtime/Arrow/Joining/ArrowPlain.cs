using Apache.Arrow;
using Apache.Arrow.Types;

namespace Ematix.Runtime;

/// <summary>Types and schemas as <see cref="ArrowJoin"/> gives them: without dictionaries.</summary>
internal static class ArrowPlain
{
    public static IArrowType Of(IArrowType type) => type switch
    {
        DictionaryType dictionary => Of(dictionary.ValueType),
        ListType list => new ListType(Of(list.ValueField)),
        LargeListType list => new LargeListType(Of(list.ValueField)),
        FixedSizeListType list => new FixedSizeListType(Of(list.ValueField), list.ListSize),
        MapType map => new MapType(Of(map.Fields[0]), map.KeySorted),
        StructType record => new StructType([.. record.Fields.Select(Of)]),
        _ => type,
    };

    public static Schema Of(Schema schema) => new(schema.FieldsList.Select(Of), schema.Metadata);

    /// <summary>Whether an array of the type can be copied; a part of the type that can't counts for the whole.</summary>
    public static bool IsCopied(IArrowType type) => type switch
    {
        DictionaryType dictionary => IsCopied(dictionary.ValueType),
        ExtensionType extension => IsCopied(extension.StorageType) && !HasDictionary(extension.StorageType),
        ListType or LargeListType or FixedSizeListType or MapType or StructType => ((NestedType)type).Fields.All(field => IsCopied(field.DataType)),
        NestedType => false,
        _ => true,
    };

    public static bool HasDictionary(IArrowType type) => type switch
    {
        DictionaryType => true,
        ExtensionType extension => HasDictionary(extension.StorageType),
        NestedType nested => nested.Fields.Any(field => HasDictionary(field.DataType)),
        _ => false,
    };

    private static Field Of(Field field) => new(field.Name, Of(field.DataType), field.IsNullable, field.Metadata);
}
