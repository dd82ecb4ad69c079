using Apache.Arrow;
using Apache.Arrow.Types;
using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Runtime;

/// <summary>Judges whether a column of record batches can feed a column of a table.</summary>
internal static class ArrowColumns
{
    /// <summary>
    /// Null where the Arrow type can feed the column: it is the one of the type map, or loses nothing on the way (narrower integers, any text, any precision,
    /// any unit of time; instants are floored to the microsecond). Otherwise why not, as the rest of a sentence that begins with the column.
    /// </summary>
    public static string? Judge(IArrowType given, ColumnType column)
    {
        if (given is NullType)
            return null;
        if (StorageOf(given) is DictionaryType dictionary)
            return Judge(dictionary.ValueType, column);
        var element = ElementOf(given);
        if (column.IsArray != element is not null)
            return Mismatch(given, column);
        return column.IsArray ? Judge(element!, column with { IsArray = false }) is null ? null : Mismatch(given, column) : JudgeValue(StorageOf(given), column);
    }

    /// <summary>The type below an extension type, or the type itself.</summary>
    public static IArrowType StorageOf(IArrowType type) => type is ExtensionType extension ? extension.StorageType : type;

    /// <summary>The array below an extension array, or the array itself.</summary>
    public static IArrowArray StorageOf(IArrowArray array) => array is ExtensionArray extension ? extension.Storage : array;

    /// <summary>The type of a list's elements, or null of what is no list.</summary>
    public static IArrowType? ElementOf(IArrowType type) => type switch
    {
        ListType list => list.ValueDataType,
        LargeListType list => list.ValueDataType,
        FixedSizeListType list => list.ValueDataType,
        _ => null,
    };

    private static string? JudgeValue(IArrowType given, ColumnType column) => (column.Kind, given) switch
    {
        (ColumnKind.Boolean, BooleanType) => null,
        (ColumnKind.Int16, Int8Type or UInt8Type or Int16Type) => null,
        (ColumnKind.Int32, Int8Type or UInt8Type or Int16Type or UInt16Type or Int32Type) => null,
        (ColumnKind.Int64, Int8Type or UInt8Type or Int16Type or UInt16Type or Int32Type or UInt32Type or Int64Type) => null,
        (ColumnKind.Single, FloatType) => null,
        (ColumnKind.Double, DoubleType) => null,
        (ColumnKind.Numeric, Decimal128Type { Scale: >= 0 }) => null,
        (ColumnKind.Text or ColumnKind.Enum or ColumnKind.Json, StringType or LargeStringType or StringViewType) => null,
        (ColumnKind.Instant, TimestampType { Timezone: { Length: > 0 } }) => null,
        (ColumnKind.Instant, TimestampType) => "is a timestamp without a zone, which would be an instant only by a guess: give it the zone that it is in, such as UTC",
        (ColumnKind.Date, Date32Type or Date64Type) => null,
        (ColumnKind.Time, Time32Type or Time64Type) => null,
        (ColumnKind.Interval, DurationType) => null,
        (ColumnKind.Uuid, FixedSizeBinaryType { ByteWidth: 16 }) => null,
        (ColumnKind.Bytes, BinaryType or LargeBinaryType or BinaryViewType or FixedSizeBinaryType) => null,
        _ => Mismatch(given, column),
    };

    private static string Mismatch(IArrowType given, ColumnType column) =>
        $"is {ArrowTypeText.Of(given)}, the column is {TypeMap.Declared(column)}: cast it to {ArrowTypeText.Of(ArrowSchemas.TypeOf(column))}";
}
