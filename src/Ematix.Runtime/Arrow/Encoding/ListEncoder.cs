using Apache.Arrow;
using Apache.Arrow.Types;

namespace Ematix.Runtime;

/// <summary>A column of lists, written as arrays of one dimension that begin at 1.</summary>
/// <param name="elements">Writes the elements.</param>
/// <param name="elementType">The object identifier of the elements' type, which is the same on every server.</param>
internal sealed class ListEncoder(ColumnEncoder elements, int elementType) : ColumnEncoder
{
    private IArrowArray _lists = null!;

    public override void Bind(IArrowArray array)
    {
        _lists = array;
        elements.Bind(ArrowColumns.StorageOf(array switch
        {
            ListArray lists => lists.Values,
            LargeListArray lists => lists.Values,
            var lists => ((FixedSizeListArray)lists).Values,
        }));
    }

    public override bool IsNull(int row) => _lists.IsNull(row);

    public override string? Write(int row, CopyBuffer buffer)
    {
        if (IsNull(row))
        {
            buffer.Int32(CopyFormat.Null);
            return null;
        }

        var (start, end) = RangeOf(row);
        var length = buffer.Length;
        buffer.Int32(0);
        buffer.Int32(end > start ? 1 : 0);
        buffer.Int32(HasNulls(start, end) ? 1 : 0);
        buffer.Int32(elementType);
        if (end > start)
        {
            buffer.Int32(end - start);
            buffer.Int32(1);
        }

        for (var element = start; element < end; element++)
        {
            if (elements.Write(element, buffer) is { } fault)
                return "has an element that " + fault;
        }

        buffer.Patch(length, buffer.Length - length - sizeof(int));
        return null;
    }

    private (int Start, int End) RangeOf(int row)
    {
        switch (_lists)
        {
            case ListArray lists:
                return (lists.ValueOffsets[row], lists.ValueOffsets[row + 1]);
            case LargeListArray lists:
                return (checked((int)lists.ValueOffsets[row]), checked((int)lists.ValueOffsets[row + 1]));
            default:
                var size = ((FixedSizeListType)_lists.Data.DataType).ListSize;
                var start = (_lists.Offset + row) * size;
                return (start, start + size);
        }
    }

    private bool HasNulls(int start, int end)
    {
        for (var element = start; element < end; element++)
        {
            if (elements.IsNull(element))
                return true;
        }

        return false;
    }
}
