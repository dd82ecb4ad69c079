using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace Ematix.Runtime;

/// <summary>Where in its dictionary a row's value is.</summary>
internal static class DictionaryIndex
{
    /// <param name="data">An array with a dictionary.</param>
    /// <param name="place">The row's place in its buffers.</param>
    public static int Of(ArrayData data, int place)
    {
        var indices = data.Buffers[1].Span;
        return ((DictionaryType)data.DataType).IndexType.TypeId switch
        {
            ArrowTypeId.Int8 => (sbyte)indices[place],
            ArrowTypeId.UInt8 => indices[place],
            ArrowTypeId.Int16 => Read<short>(indices, place),
            ArrowTypeId.UInt16 => Read<ushort>(indices, place),
            ArrowTypeId.Int32 => Read<int>(indices, place),
            ArrowTypeId.UInt32 => checked((int)Read<uint>(indices, place)),
            ArrowTypeId.Int64 => checked((int)Read<long>(indices, place)),
            _ => checked((int)Read<ulong>(indices, place)),
        };
    }

    private static T Read<T>(ReadOnlySpan<byte> indices, int place)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(indices)[place];
}
