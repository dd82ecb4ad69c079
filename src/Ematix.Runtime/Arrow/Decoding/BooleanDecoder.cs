using Apache.Arrow;

namespace Ematix.Runtime;

/// <summary>boolean: a byte, to a bit.</summary>
internal sealed class BooleanDecoder(Field field) : ColumnDecoder(field)
{
    private byte[] _bits = [];

    public override string? Set(int row, ReadOnlySpan<byte> value)
    {
        if (value.Length != 1)
            return Words.Width(value.Length, 1);
        var bit = (byte)(1 << (row & 7));
        if (value[0] != 0)
            _bits[row >> 3] |= bit;
        else
            _bits[row >> 3] &= (byte)~bit;
        return null;
    }

    protected override void SetEmpty(int row) => _bits[row >> 3] &= (byte)~(1 << (row & 7));

    protected override void Resize(int rows) => System.Array.Resize(ref _bits, BitUtility.ByteCount(rows));

    protected override ArrayData Take(int rows, int nulls, ArrowBuffer validity) =>
        new(Type, rows, nulls, 0, [validity, rows == 0 ? ArrowBuffer.Empty : Bits(_bits, rows)]);
}
