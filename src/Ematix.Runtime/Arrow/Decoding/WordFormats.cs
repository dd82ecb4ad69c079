using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Ematix.Runtime;

/// <summary>smallint. Words are kept as they come, and a whole batch's bytes are swapped with the copy that it takes anyway.</summary>
internal readonly struct Word16Format : IFixedFormat<short>
{
    public string? Read(ReadOnlySpan<byte> value, out short result) => Words.Read(value, out result);

    public void Copy(ReadOnlySpan<short> values, Span<short> target) => BinaryPrimitives.ReverseEndianness(values, target);
}

/// <summary>integer and real.</summary>
internal readonly struct Word32Format : IFixedFormat<int>
{
    public string? Read(ReadOnlySpan<byte> value, out int result) => Words.Read(value, out result);

    public void Copy(ReadOnlySpan<int> values, Span<int> target) => BinaryPrimitives.ReverseEndianness(values, target);
}

/// <summary>bigint and double precision.</summary>
internal readonly struct Word64Format : IFixedFormat<long>
{
    public string? Read(ReadOnlySpan<byte> value, out long result) => Words.Read(value, out result);

    public void Copy(ReadOnlySpan<long> values, Span<long> target) => BinaryPrimitives.ReverseEndianness(values, target);
}

/// <summary>uuid: 16 bytes in the order of its text, in both.</summary>
internal readonly struct UuidFormat : IFixedFormat<UInt128>
{
    public string? Read(ReadOnlySpan<byte> value, out UInt128 result) => Words.Read(value, out result);
}

internal static class Words
{
    /// <summary>The bytes as they are.</summary>
    public static string? Read<T>(ReadOnlySpan<byte> value, out T word)
        where T : unmanaged
    {
        if (MemoryMarshal.TryRead(value, out word) && value.Length == System.Runtime.CompilerServices.Unsafe.SizeOf<T>())
            return null;
        return Width(value.Length, System.Runtime.CompilerServices.Unsafe.SizeOf<T>());
    }

    /// <summary>What is wrong with a value of another width than its column's: the statement sends another type.</summary>
    public static string Width(int given, int expected) => FormattableString.Invariant($"has {given} byte(s) where its type has {expected}");
}
