using System.Globalization;
using Apache.Arrow;
using Apache.Arrow.Types;
using Ematix.Sql;

namespace Ematix.Runtime;

/// <summary>Arrow types as text, with all that tells apart what values mean: units, zones, widths, precision and scale, elements and fields. Equal texts are equal types.</summary>
internal static class ArrowTypeText
{
    public static string Of(IArrowType type) => type switch
    {
        Decimal32Type number => Number(number.Name, number.Precision, number.Scale),
        Decimal64Type number => Number(number.Name, number.Precision, number.Scale),
        Decimal128Type number => Number(number.Name, number.Precision, number.Scale),
        Decimal256Type number => Number(number.Name, number.Precision, number.Scale),
        TimestampType instant => $"timestamp[{UnitOf(instant.Unit)}{(string.IsNullOrEmpty(instant.Timezone) ? "" : ", " + instant.Timezone)}]",
        TimeBasedType { Name: var name, Unit: var unit } => $"{name}[{UnitOf(unit)}]",
        IntervalType interval => $"interval[{interval.Unit}]",
        FixedSizeBinaryType bytes => string.Create(CultureInfo.InvariantCulture, $"fixed_size_binary({bytes.ByteWidth})"),
        DictionaryType dictionary => $"dictionary of {Of(dictionary.ValueType)}",
        ExtensionType extension => $"{extension.Name}{(string.IsNullOrEmpty(extension.ExtensionMetadata) ? "" : $"({extension.ExtensionMetadata})")} of {Of(extension.StorageType)}",
        FixedSizeListType list => string.Create(CultureInfo.InvariantCulture, $"fixed_size_list({list.ListSize}) of {Of(list.ValueDataType)}"),
        MapType map => $"map of {Of(map.KeyField.DataType)} to {Of(map.ValueField.DataType)}",
        StructType or UnionType => $"{type.Name} of ({string.Join(", ", ((NestedType)type).Fields.Select(field => $"{Identifier.Quote(field.Name)} {Of(field.DataType)}"))})",
        NestedType nested => $"{nested.Name} of {string.Join(", ", nested.Fields.Select(field => Of(field.DataType)))}",
        _ => type.Name,
    };

    private static string Number(string name, int precision, int scale) => string.Create(CultureInfo.InvariantCulture, $"{name}({precision},{scale})");

    private static string UnitOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => "s",
        TimeUnit.Millisecond => "ms",
        TimeUnit.Microsecond => "us",
        _ => "ns",
    };
}
