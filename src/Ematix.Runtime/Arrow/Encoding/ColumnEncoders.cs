using Apache.Arrow;
using Apache.Arrow.Arrays;
using Apache.Arrow.Types;
using Ematix.Model;

namespace Ematix.Runtime;

/// <summary>The encoder of each Arrow type that <see cref="ArrowColumns.Judge"/> lets feed a column.</summary>
internal static class ColumnEncoders
{
    public static ColumnEncoder Of(IArrowType given, ColumnType column) => ArrowColumns.StorageOf(given) switch
    {
        NullType => new NullEncoder(),
        DictionaryType dictionary => new DictionaryEncoder(Of(dictionary.ValueType, column)),
        var type when ArrowColumns.ElementOf(type) is { } element => new ListEncoder(Of(element, column with { IsArray = false }), ElementType(column.Kind)),
        StringType or BinaryType => Texts<BinaryArray>(column.Kind, static (array, row) => array.GetBytes(row)),
        LargeStringType or LargeBinaryType => Texts<LargeBinaryArray>(column.Kind, static (array, row) => array.GetBytes(row)),
        StringViewType or BinaryViewType => Texts<BinaryViewArray>(column.Kind, static (array, row) => array.GetBytes(row)),
        Decimal128Type numeric => Numeric(numeric.Scale),
        TimestampType instant => Instants(instant.Unit),
        Time32Type time => Times<Time32Array>(time.Unit, static (array, row) => array.Values[row]),
        Time64Type time => Times<Time64Array>(time.Unit, static (array, row) => array.Values[row]),
        DurationType duration => Durations(duration.Unit),
        FixedSizeBinaryType => Texts<FixedSizeBinaryArray>(ColumnKind.Bytes, static (array, row) => array.GetBytes(row)),
        var type => Plain(type, column.Kind),
    };

    private delegate ReadOnlySpan<byte> ReadBytes<TArray>(TArray array, int row);

    private static ColumnEncoder Plain(IArrowType type, ColumnKind kind) => type.TypeId switch
    {
        ArrowTypeId.Boolean => new ColumnEncoder<BooleanArray>(static (array, row, buffer) => Values.Byte(buffer, array.GetValue(row) == true ? (byte)1 : (byte)0)),
        ArrowTypeId.Int8 => Whole<Int8Array>(kind, static (array, row) => array.Values[row]),
        ArrowTypeId.UInt8 => Whole<UInt8Array>(kind, static (array, row) => array.Values[row]),
        ArrowTypeId.Int16 => Whole<Int16Array>(kind, static (array, row) => array.Values[row]),
        ArrowTypeId.UInt16 => Whole<UInt16Array>(kind, static (array, row) => array.Values[row]),
        ArrowTypeId.Int32 => Whole<Int32Array>(kind, static (array, row) => array.Values[row]),
        ArrowTypeId.UInt32 => Whole<UInt32Array>(kind, static (array, row) => array.Values[row]),
        ArrowTypeId.Int64 => Whole<Int64Array>(kind, static (array, row) => array.Values[row]),
        ArrowTypeId.Float => new ColumnEncoder<FloatArray>(static (array, row, buffer) => Values.Int32(buffer, BitConverter.SingleToInt32Bits(array.Values[row]))),
        ArrowTypeId.Double => new ColumnEncoder<DoubleArray>(static (array, row, buffer) => Values.Int64(buffer, BitConverter.DoubleToInt64Bits(array.Values[row]))),
        ArrowTypeId.Date32 => new ColumnEncoder<Date32Array>(static (array, row, buffer) => Values.Date(buffer, array.Values[row])),
        ArrowTypeId.Date64 => new ColumnEncoder<Date64Array>(static (array, row, buffer) => Values.Date(buffer, ArrowTimes.FloorDivide(array.Values[row], 86_400_000))),
        _ => throw new NotSupportedException($"An Arrow column of type {type.Name} can't be written to a column of kind {kind}."),
    };

    private static ColumnEncoder<TArray> Whole<TArray>(ColumnKind kind, Func<TArray, int, long> read)
        where TArray : class, IArrowArray => kind switch
        {
            ColumnKind.Int16 => new((array, row, buffer) => Values.Int16(buffer, (short)read(array, row))),
            ColumnKind.Int32 => new((array, row, buffer) => Values.Int32(buffer, (int)read(array, row))),
            _ => new((array, row, buffer) => Values.Int64(buffer, read(array, row))),
        };

    private static ColumnEncoder<TArray> Texts<TArray>(ColumnKind kind, ReadBytes<TArray> read)
        where TArray : class, IArrowArray => kind switch
        {
            ColumnKind.Bytes => new((array, row, buffer) => Values.Bytes(buffer, read(array, row))),
            ColumnKind.Json => new((array, row, buffer) => Values.Json(buffer, read(array, row))),
            _ => new((array, row, buffer) => Values.Text(buffer, read(array, row))),
        };

    private static ColumnEncoder<Decimal128Array> Numeric(int scale) =>
        new((array, row, buffer) => Values.Numeric(buffer, System.Runtime.InteropServices.MemoryMarshal.Read<Int128>(array.GetBytes(row)), scale));

    private static ColumnEncoder<TimestampArray> Instants(TimeUnit unit) =>
        new((array, row, buffer) => ArrowTimes.Instant(array.Values[row], unit, out var instant) ?? Values.Int64(buffer, instant));

    private static ColumnEncoder<TArray> Times<TArray>(TimeUnit unit, Func<TArray, int, long> read)
        where TArray : class, IArrowArray =>
        new((array, row, buffer) => ArrowTimes.Time(read(array, row), unit, out var time) ?? Values.Int64(buffer, time));

    private static ColumnEncoder<DurationArray> Durations(TimeUnit unit) =>
        new((array, row, buffer) => ArrowTimes.Duration(array.Values[row], unit, out var duration) ?? Values.Interval(buffer, duration));

    /// <summary>Object identifiers of built-in types (PostgreSQL, pg_type.dat). An array's elements say theirs.</summary>
    private static int ElementType(ColumnKind kind) => kind switch
    {
        ColumnKind.Boolean => 16,
        ColumnKind.Bytes => 17,
        ColumnKind.Int64 => 20,
        ColumnKind.Int16 => 21,
        ColumnKind.Int32 => 23,
        ColumnKind.Text or ColumnKind.Enum => 25,
        ColumnKind.Single => 700,
        ColumnKind.Double => 701,
        ColumnKind.Date => 1082,
        ColumnKind.Time => 1083,
        ColumnKind.Instant => 1184,
        ColumnKind.Interval => 1186,
        ColumnKind.Numeric => 1700,
        ColumnKind.Uuid => 2950,
        ColumnKind.Json => 3802,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A column kind without an element type."),
    };
}
