using Apache.Arrow;
using Apache.Arrow.Memory;

namespace Ematix.Runtime;

/// <summary>A column of values of one width.</summary>
internal sealed class FixedDecoder<T, TFormat>(Field field, TFormat format) : ColumnDecoder(field)
    where T : unmanaged
    where TFormat : struct, IFixedFormat<T>
{
    private T[] _values = [];

    public override string? Set(int row, ReadOnlySpan<byte> value) => format.Read(value, out _values[row]);

    protected override void SetEmpty(int row) => _values[row] = default;

    protected override void Resize(int rows) => System.Array.Resize(ref _values, rows);

    protected override ArrayData Take(int rows, int nulls, ArrowBuffer validity)
    {
        if (rows == 0)
            return new ArrayData(Type, 0, 0, 0, [validity, ArrowBuffer.Empty]);
        var buffer = new NativeBuffer<T, MemoryPressureAllocationTracker>(rows, zeroFill: false);
        format.Copy(_values.AsSpan(0, rows), buffer.Span);
        return new ArrayData(Type, rows, nulls, 0, [validity, buffer.Build()]);
    }
}

/// <summary>How one kind of value stands in binary and in an Arrow buffer.</summary>
/// <typeparam name="T">What an Arrow buffer holds.</typeparam>
internal interface IFixedFormat<T>
    where T : unmanaged
{
    /// <summary>Reads a value, or says what is wrong with it.</summary>
    string? Read(ReadOnlySpan<byte> value, out T result);

    /// <summary>Copies a batch's values to where Arrow keeps them.</summary>
    void Copy(ReadOnlySpan<T> values, Span<T> target) => values.CopyTo(target);
}
