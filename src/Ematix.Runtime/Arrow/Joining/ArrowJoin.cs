using Apache.Arrow;
using Apache.Arrow.Types;

namespace Ematix.Runtime;

/// <summary>
/// Copies pieces of a column into one array: just their rows, in memory that is its own. Apache.Arrow's own concatenation shares what it need not join, and knows
/// fewer types. Dictionaries, of which each piece may have another, come as their values.
/// </summary>
internal static class ArrowJoin
{
    /// <summary>The rows of the pieces, which have the same type and stay the caller's.</summary>
    public static IArrowArray Of(params IReadOnlyList<ArrayData> pieces) =>
        ArrowArrayFactory.BuildArray(Join(pieces[0].DataType, [.. pieces.Select(ArrowRun.Of)]));

    private static ArrayData Join(IArrowType type, ArrowRun[] runs) => type switch
    {
        DictionaryType dictionary => Join(dictionary.ValueType, [.. runs.SelectMany(LookUp)]),
        ExtensionType extension when !ArrowPlain.HasDictionary(extension.StorageType) => As(extension, Join(extension.StorageType, runs)),
        NullType => new ArrayData(type, RowsOf(runs), RowsOf(runs), 0, System.Array.Empty<ArrowBuffer>()),
        BooleanType => Layout(type, runs, [JoinedBuffers.Bits(runs, buffer: 1)]),
        FixedWidthType words => Layout(type, runs, [JoinedBuffers.Words(runs, words.BitWidth / 8)]),
        StringType or BinaryType => Texts<int>(type, runs),
        LargeStringType or LargeBinaryType => Texts<long>(type, runs),
        StringViewType or BinaryViewType => Layout(type, runs, JoinedBuffers.Views(runs)),
        ListType or MapType => Lists<int>((NestedType)type, runs),
        LargeListType list => Lists<long>(list, runs),
        FixedSizeListType list => Layout(
            ArrowPlain.Of(type), runs, [], Join(list.ValueDataType, [.. runs.Select(run => run.Child(0, run.Start * list.ListSize, run.Length * list.ListSize))])),
        StructType record => Layout(
            ArrowPlain.Of(type), runs, [], [.. record.Fields.Select((field, i) => Join(field.DataType, [.. runs.Select(run => run.Child(i, run.Start, run.Length))]))]),
        _ => throw new NotSupportedException($"An Arrow column of type {ArrowTypeText.Of(type)} can't be copied."),
    };

    private static ArrayData Texts<TOffset>(IArrowType type, ArrowRun[] runs)
        where TOffset : unmanaged, System.Numerics.IBinaryInteger<TOffset>
    {
        var (offsets, ranges) = JoinedBuffers.Offsets<TOffset>(runs);
        return Layout(type, runs, [offsets, JoinedBuffers.Bytes(ranges, buffer: 2)]);
    }

    private static ArrayData Lists<TOffset>(NestedType type, ArrowRun[] runs)
        where TOffset : unmanaged, System.Numerics.IBinaryInteger<TOffset>
    {
        var (offsets, ranges) = JoinedBuffers.Offsets<TOffset>(runs);
        return Layout(ArrowPlain.Of(type), runs, [offsets], Join(type.Fields[0].DataType, [.. ranges.Select(range => range.Child(0, range.Start, range.Length))]));
    }

    private static ArrayData Layout(IArrowType type, ArrowRun[] runs, ArrowBuffer[] buffers, params ArrayData[] children)
    {
        var validity = runs.Any(run => run.MayHaveNulls) ? JoinedBuffers.Bits(runs, JoinedBuffers.Validity) : ArrowBuffer.Empty;
        var rows = RowsOf(runs);
        return new ArrayData(type, rows, validity.IsEmpty ? 0 : rows - BitUtility.CountBits(validity.Span, 0, rows), 0, [validity, .. buffers], children);
    }

    private static ArrayData As(ExtensionType type, ArrayData storage) => new(type, storage.Length, storage.NullCount, 0, storage.Buffers, storage.Children);

    private static int RowsOf(ArrowRun[] runs) => checked(runs.Sum(run => run.Length));

    /// <summary>The values that rows point at, each a run of its own.</summary>
    private static IEnumerable<ArrowRun> LookUp(ArrowRun run)
    {
        for (var row = 0; row < run.Length; row++)
            yield return run.IsNull(row) ? ArrowRun.Nulls(1) : new(run.Data!.Dictionary, run.Data.Dictionary.Offset + DictionaryIndex.Of(run.Data, run.Start + row), 1);
    }
}
