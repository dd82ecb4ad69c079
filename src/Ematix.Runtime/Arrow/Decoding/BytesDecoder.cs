using Apache.Arrow;

namespace Ematix.Runtime;

/// <summary>Values of any length: text, bytea, and jsonb after its version.</summary>
internal sealed class BytesDecoder(Field field, bool isJson) : ColumnDecoder(field)
{
    private int[] _offsets = [0];
    private byte[] _bytes = [];

    public override string? Set(int row, ReadOnlySpan<byte> value)
    {
        if (isJson)
        {
            if (value is not [CopyFormat.JsonVersion, ..])
                return "is no jsonb of version 1";
            value = value[1..];
        }

        var start = _offsets[row];
        var end = checked(start + value.Length);
        if (end > _bytes.Length)
            System.Array.Resize(ref _bytes, (int)Math.Min(Math.Max(2L * _bytes.Length, end), System.Array.MaxLength));
        value.CopyTo(_bytes.AsSpan(start));
        _offsets[row + 1] = end;
        return null;
    }

    protected override void SetEmpty(int row) => _offsets[row + 1] = _offsets[row];

    protected override void Resize(int rows) => System.Array.Resize(ref _offsets, rows + 1);

    protected override ArrayData Take(int rows, int nulls, ArrowBuffer validity) =>
        new(Type, rows, nulls, 0, [validity, Buffer<int>(_offsets.AsSpan(0, rows + 1)), Buffer<byte>(_bytes.AsSpan(0, _offsets[rows]))]);
}
