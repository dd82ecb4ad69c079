using Apache.Arrow;

namespace Ematix.Runtime;

/// <summary>Some rows of an array, one after the other.</summary>
/// <param name="Data">The array, or null of rows that are NULL.</param>
/// <param name="Start">The first row's place in the array's buffers.</param>
/// <param name="Length">How many rows.</param>
internal readonly record struct ArrowRun(ArrayData? Data, int Start, int Length)
{
    /// <summary>All rows of an array.</summary>
    public static ArrowRun Of(ArrayData data) => new(data, data.Offset, data.Length);

    public static ArrowRun Nulls(int length) => new(null, 0, length);

    public bool MayHaveNulls => Data is null || (Data.GetNullCount() > 0 && !Data.Buffers[0].IsEmpty);

    public bool IsNull(int row) => MayHaveNulls && (Data is null || !BitUtility.GetBit(Data.Buffers[0].Span, Start + row));

    /// <summary>Rows of a child, from its own first.</summary>
    public ArrowRun Child(int child, int start, int length) =>
        Data is null ? Nulls(length) : new(Data.Children[child], Data.Children[child].Offset + start, length);
}
