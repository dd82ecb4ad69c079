using System.Globalization;
using Apache.Arrow;
using Apache.Arrow.Arrays;
using Apache.Arrow.Types;

namespace Ematix.Tests;

/// <summary>Values of arrays of any type as text, NULL as a dash, read with Apache.Arrow's own getters.</summary>
internal static class ArrowText
{
    public static string Of(IArrowArray column, int row) => column.IsNull(row) ? "-" : column switch
    {
        BooleanArray booleans => booleans.GetValue(row)!.Value ? "true" : "false",
        DictionaryArray dictionary => Of(dictionary.Dictionary, dictionary.Indices switch
        {
            Int8Array indices => indices.GetValue(row)!.Value,
            var indices => ((Int32Array)indices).GetValue(row)!.Value,
        }),
        ExtensionArray extension => Of(extension.Storage, row),
        Int16Array numbers => Invariant(numbers.GetValue(row)!.Value),
        Int32Array numbers => Invariant(numbers.GetValue(row)!.Value),
        Int64Array numbers => Invariant(numbers.GetValue(row)!.Value),
        DoubleArray numbers => Invariant(numbers.GetValue(row)!.Value),
        Decimal128Array numbers => numbers.GetString(row)!,
        Decimal256Array numbers => numbers.GetString(row)!,
        StringArray texts => texts.GetString(row),
        LargeStringArray texts => texts.GetString(row),
        StringViewArray texts => texts.GetString(row),
        TimestampArray { Data.DataType: TimestampType { Unit: not TimeUnit.Microsecond } } raw => Invariant(raw.GetValue(row)!.Value),
        TimestampArray instants => instants.GetTimestamp(row)!.Value.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        FixedSizeBinaryArray bytes => Convert.ToHexString(bytes.GetBytes(row)),
        BinaryArray bytes => Convert.ToHexString(bytes.GetBytes(row)),
        LargeBinaryArray bytes => Convert.ToHexString(bytes.GetBytes(row)),
        BinaryViewArray bytes => Convert.ToHexString(bytes.GetBytes(row)),
        MapArray maps => Elements(maps.KeyValues, maps.ValueOffsets[row], maps.ValueOffsets[row + 1]),
        ListArray lists => Elements(lists.Values, lists.ValueOffsets[row], lists.ValueOffsets[row + 1]),
        LargeListArray lists => Elements(lists.Values, (int)lists.ValueOffsets[row], (int)lists.ValueOffsets[row + 1]),
        FixedSizeListArray lists => Elements(lists.Values, (lists.Offset + row) * SizeOf(lists), (lists.Offset + row + 1) * SizeOf(lists)),
        StructArray records => $"({string.Join(",", records.Fields.Select(field => Of(field, row)))})",
        _ => Convert.ToHexString(Bytes(column, row)),
    };

    private static int SizeOf(FixedSizeListArray lists) => ((FixedSizeListType)lists.Data.DataType).ListSize;

    private static string Elements(IArrowArray values, int start, int end) => $"[{string.Join(",", Enumerable.Range(start, end - start).Select(i => Of(values, i)))}]";

    /// <summary>A value of one width, as it stands in its buffer.</summary>
    private static ReadOnlySpan<byte> Bytes(IArrowArray column, int row) =>
        column.Data is { DataType: FixedWidthType { BitWidth: var width } } data ? data.Buffers[1].Span.Slice((data.Offset + row) * width / 8, width / 8) : throw new NotSupportedException(column.Data.DataType.Name);

    private static string Invariant(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
