using System.Buffers.Binary;

namespace Ematix.Runtime;

/// <summary>Bytes that wait to be sent; all numbers big-endian. It grows to the longest row.</summary>
internal sealed class CopyBuffer
{
    private byte[] _bytes = new byte[80 * 1024];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    public void Byte(byte value) => Take(1)[0] = value;

    public void Int16(short value) => BinaryPrimitives.WriteInt16BigEndian(Take(sizeof(short)), value);

    public void Int32(int value) => BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), value);

    public void Int64(long value) => BinaryPrimitives.WriteInt64BigEndian(Take(sizeof(long)), value);

    public void Bytes(ReadOnlySpan<byte> value) => value.CopyTo(Take(value.Length));

    /// <summary>Puts a number where one was written before.</summary>
    public void Patch(int position, int value) => BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(position), value);

    private Span<byte> Take(int length)
    {
        var position = Length;
        if (_bytes.Length - position < length)
            Array.Resize(ref _bytes, (int)Math.Min(Math.Max(2L * _bytes.Length, (long)position + length), Array.MaxLength));
        Length = position + length;
        return _bytes.AsSpan(position, length);
    }
}
