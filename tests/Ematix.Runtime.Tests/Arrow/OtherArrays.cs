using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Arrays;
using Apache.Arrow.Types;

namespace Ematix.Tests.Arrow;

/// <summary>Arrays of types that other programs write: four rows, the first of which tests slice off and the third of which is NULL.</summary>
internal static class OtherArrays
{
    private const string Long = "a longer text than twelve bytes";

    private static readonly byte[] One = [.. new byte[15], 1];

    private static readonly byte[] Counted = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];

    /// <summary>Every type that has four rows.</summary>
    public static IReadOnlyList<string> Types { get; } =
    [
        "bool", "int8", "uint8", "uint16", "uint32", "int32", "timestamp s", "timestamp ms", "timestamp us", "timestamp ns", "naive", "date64", "time32 s", "time32 ms", "time64 ns",
        "duration s", "duration ms", "duration ns", "utf8", "large_utf8", "utf8_view", "dictionary", "large_binary", "binary_view", "fixed_size_binary", "uuid", "null", "list",
        .. NestedArrays.Types,
    ];

    public static IArrowArray Of(string type) => type switch
    {
        "bool" => new BooleanArray.Builder().Append(false).Append(true).AppendNull().Append(true).Build(),
        "int8" => Fixed<sbyte>(Int8Type.Default, 1, -128, null, 127),
        "uint8" => Fixed<byte>(UInt8Type.Default, 1, 0, null, 255),
        "uint16" => Fixed<ushort>(UInt16Type.Default, 1, 0, null, 65535),
        "uint32" => Fixed<uint>(UInt32Type.Default, 1, 0, null, uint.MaxValue),
        "int32" => Fixed<int>(Int32Type.Default, 1, int.MinValue, null, int.MaxValue),
        "timestamp s" => Instants(TimeUnit.Second, 1, -1, null, -62_135_596_800),
        "timestamp ms" => Instants(TimeUnit.Millisecond, 1, -1, null, 1),
        "timestamp us" => Instants(TimeUnit.Microsecond, 1, -1, null, 1),
        "timestamp ns" => Instants(TimeUnit.Nanosecond, 1, -1, null, 1_999),
        "naive" => Fixed<long>(new TimestampType(TimeUnit.Microsecond, (string?)null), 1, 1, null, 1),
        "date64" => Fixed<long>(Date64Type.Default, 1, -1, null, 86_400_000),
        "time32 s" => Fixed<int>(new Time32Type(TimeUnit.Second), 1, 0, null, 86_399),
        "time32 ms" => Fixed<int>(new Time32Type(TimeUnit.Millisecond), 1, 0, null, 86_399_999),
        "time64 ns" => Fixed<long>(new Time64Type(TimeUnit.Nanosecond), 1, 999, null, 86_399_999_999_999),
        "duration s" => Fixed<long>(DurationType.Second, 1, -1, null, 86_400),
        "duration ms" => Fixed<long>(DurationType.Millisecond, 1, -1, null, 1),
        "duration ns" => Fixed<long>(DurationType.Nanosecond, 1, -999, null, 1_999),
        "utf8" => new StringArray.Builder().Append("0").Append("{}").AppendNull().Append("[1,null]").Build(),
        "large_utf8" => Large(new LargeStringType(), "x"u8.ToArray(), System.Text.Encoding.UTF8.GetBytes(Long), null, "ß"u8.ToArray()),
        "utf8_view" => new StringViewArray.Builder().Append("x").Append(Long).AppendNull().Append("ß").Build(),
        "dictionary" => new DictionaryArray(
            new DictionaryType(Int8Type.Default, StringType.Default, false), Fixed<sbyte>(Int8Type.Default, 0, 1, null, 0), new StringArray.Builder().Append("ß").Append(Long).Build()),
        "large_binary" => Large(new LargeBinaryType(), [1], [0, 255], null, []),
        "binary_view" => new BinaryViewArray.Builder().Append([1]).Append([0, 255]).AppendNull().Append(System.Array.Empty<byte>()).Build(),
        "fixed_size_binary" => Uuids(),
        "uuid" => new GuidArray(Uuids()),
        "null" => new NullArray(4),
        "list" => Lists(),
        _ => NestedArrays.Of(type),
    };

    public static IArrowArray Instants(TimeUnit unit, params long?[] values) => Fixed(new TimestampType(unit, "Europe/Berlin"), values);

    public static IArrowArray Fixed<T>(IArrowType type, params T?[] values)
        where T : unmanaged =>
        ArrowArrayFactory.BuildArray(new ArrayData(type, values.Length, values.Count(value => value is null), 0,
        [
            Validity(values.Select(value => value is not null)),
            new ArrowBuffer(MemoryMarshal.AsBytes(values.Select(value => value ?? default).ToArray().AsSpan()).ToArray()),
        ]));

    private static IArrowArray Large(IArrowType type, params byte[]?[] values)
    {
        long[] offsets = [0, .. values.Select((_, i) => values.Take(i + 1).Sum(value => (long)(value?.Length ?? 0)))];
        return ArrowArrayFactory.BuildArray(new ArrayData(type, values.Length, values.Count(value => value is null), 0,
        [
            Validity(values.Select(value => value is not null)),
            new ArrowBuffer(MemoryMarshal.AsBytes(offsets.AsSpan()).ToArray()),
            new ArrowBuffer(values.SelectMany(value => value ?? []).ToArray()),
        ]));
    }

    private static FixedSizeBinaryArray Uuids() => new(new ArrayData(new FixedSizeBinaryType(16), 4, 1, 0,
        [Validity([true, true, false, true]), new ArrowBuffer((byte[])[.. One, .. One, .. One, .. Counted])]));

    private static ListArray Lists()
    {
        var lists = new ListArray.Builder(Int32Type.Default);
        var elements = (Int32Array.Builder)lists.ValueBuilder;
        lists.Append();
        elements.Append(1);
        lists.Append();
        elements.Append(2).AppendNull();
        lists.AppendNull();
        lists.Append();
        return lists.Build();
    }

    public static ArrowBuffer Validity(IEnumerable<bool> valid)
    {
        var bits = new ArrowBuffer.BitmapBuilder();
        foreach (var bit in valid)
            bits.Append(bit);
        return bits.Build();
    }
}
