using System.Buffers.Binary;
using Apache.Arrow;

namespace Ematix.Runtime;

/// <summary>Arrays of one dimension: dimensions, a flag, the element's type, length and lower bound, then each element as a field.</summary>
internal sealed class ListDecoder(Field field, ColumnDecoder elements) : ColumnDecoder(field)
{
    private const int EmptyLength = 12;
    private const int HeaderLength = 20;
    private const string Short = "is an array that is shorter than it says";

    private int[] _offsets = [0];

    public override string? Set(int row, ReadOnlySpan<byte> value)
    {
        if (value.Length < EmptyLength)
            return Words.Width(value.Length, EmptyLength);
        var dimensions = BinaryPrimitives.ReadInt32BigEndian(value);
        if (dimensions > 1)
            return "is an array of several dimensions, which an Arrow list of one can't hold";
        var at = dimensions == 0 ? EmptyLength : HeaderLength;
        var count = dimensions == 0 || value.Length < HeaderLength ? 0 : BinaryPrimitives.ReadInt32BigEndian(value[EmptyLength..]);
        if (count < 0 || count > (value.Length - at) / sizeof(int))
            return Short;
        var start = _offsets[row];
        var end = checked(start + count);
        elements.Reserve(end);
        for (var element = start; element < end; element++)
        {
            if (value.Length - at < sizeof(int))
                return Short;
            var length = BinaryPrimitives.ReadInt32BigEndian(value[at..]);
            at += sizeof(int);
            if (length > value.Length - at)
                return Short;
            if ((length < 0 ? elements.SetNull(element) : elements.Set(element, value.Slice(at, length))) is { } fault)
                return $"has an element that {fault}";
            at += Math.Max(length, 0);
        }

        _offsets[row + 1] = end;
        return at == value.Length ? null : Words.Width(value.Length, at);
    }

    protected override void SetEmpty(int row) => _offsets[row + 1] = _offsets[row];

    protected override void Resize(int rows) => System.Array.Resize(ref _offsets, rows + 1);

    protected override ArrayData Take(int rows, int nulls, ArrowBuffer validity) =>
        new(Type, rows, nulls, 0, [validity, Buffer<int>(_offsets.AsSpan(0, rows + 1))], [elements.Take(_offsets[rows])]);
}
