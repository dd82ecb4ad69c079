using System.Numerics;
using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Memory;
using Apache.Arrow.Types;

namespace Ematix.Runtime;

/// <summary>
/// Takes the binary values of one column, each by its row, into arrays that serve batch after batch, and copies a batch's rows into Arrow buffers of just
/// their length, in native memory that the array's disposal frees. Taking the value of a row again leaves it as it was.
/// </summary>
internal abstract class ColumnDecoder(Field target)
{
    /// <summary>A bit a row: whether it has a value.</summary>
    private byte[] _present = [];

    private bool _hasNulls;

    public string Name => target.Name;

    protected IArrowType Type => target.DataType;

    /// <summary>Takes a value, or says what is wrong with it.</summary>
    public abstract string? Set(int row, ReadOnlySpan<byte> value);

    /// <summary>Takes a NULL, or says that there may be none.</summary>
    public string? SetNull(int row)
    {
        if (!target.IsNullable)
            return "is NULL, and the result says that it never is";
        _hasNulls = true;
        _present[row >> 3] &= (byte)~(1 << (row & 7));
        SetEmpty(row);
        return null;
    }

    /// <summary>Makes place for that many rows.</summary>
    public void Reserve(int rows)
    {
        var old = _present.Length;
        if (old * 8 >= rows)
            return;
        System.Array.Resize(ref _present, Math.Max(BitUtility.ByteCount(rows), 2 * old));
        _present.AsSpan(old).Fill(0xff);
        Resize(_present.Length * 8);
    }

    /// <summary>The first rows as Arrow data, which the caller owns; the decoder is as new.</summary>
    public ArrayData Take(int rows)
    {
        var nulls = _hasNulls ? rows - Ones(rows) : 0;
        var validity = nulls > 0 ? Bits(_present, rows) : ArrowBuffer.Empty;
        if (_hasNulls)
            _present.AsSpan().Fill(0xff);
        _hasNulls = false;
        return Take(rows, nulls, validity);
    }

    protected abstract void SetEmpty(int row);

    protected abstract void Resize(int rows);

    protected abstract ArrayData Take(int rows, int nulls, ArrowBuffer validity);

    /// <summary>Values as an Arrow buffer of just their length.</summary>
    protected static ArrowBuffer Buffer<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        if (values.IsEmpty)
            return ArrowBuffer.Empty;
        var buffer = new NativeBuffer<T, MemoryPressureAllocationTracker>(values.Length, zeroFill: false);
        values.CopyTo(buffer.Span);
        return buffer.Build();
    }

    /// <summary>The first bits as an Arrow buffer; those after them are 0.</summary>
    protected static ArrowBuffer Bits(ReadOnlySpan<byte> bits, int count)
    {
        var buffer = new NativeBuffer<byte, MemoryPressureAllocationTracker>(BitUtility.ByteCount(count), zeroFill: false);
        bits[..buffer.Length].CopyTo(buffer.Span);
        if (count % 8 is var rest and > 0)
            buffer.Span[^1] &= (byte)((1 << rest) - 1);
        return buffer.Build();
    }

    private int Ones(int rows)
    {
        var whole = MemoryMarshal.Cast<byte, ulong>(_present.AsSpan(0, rows / 8));
        var count = 0;
        foreach (var word in whole)
            count += BitOperations.PopCount(word);
        for (var row = whole.Length * 64; row < rows; row++)
            count += (_present[row >> 3] >> (row & 7)) & 1;
        return count;
    }
}
