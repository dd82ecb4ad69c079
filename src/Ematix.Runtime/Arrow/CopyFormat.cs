using System.Buffers.Binary;

namespace Ematix.Runtime;

/// <summary>What the two directions share of the binary COPY format and of binary values. All numbers are big-endian.</summary>
internal static class CopyFormat
{
    /// <summary>The length of the header without an extension.</summary>
    public const int HeaderLength = 19;

    /// <summary>The number of fields that ends a stream.</summary>
    public const short Trailer = -1;

    /// <summary>The length of a NULL.</summary>
    public const int Null = -1;

    /// <summary>Microseconds from 1970-01-01, where Arrow's time begins, to 2000-01-01, where Postgres' does.</summary>
    public const long EpochMicroseconds = 946_684_800_000_000;

    /// <summary>Days from 1970-01-01 to 2000-01-01.</summary>
    public const int EpochDays = 10_957;

    public const long DayMicroseconds = 86_400_000_000;

    /// <summary>The version that a binary jsonb begins with.</summary>
    public const byte JsonVersion = 1;

    /// <summary>The sign of a numeric below zero.</summary>
    public const ushort NumericNegative = 0x4000;

    /// <summary>The sign of NaN; those of the infinities are greater.</summary>
    public const ushort NumericNaN = 0xC000;

    /// <summary>What begins a binary COPY stream; flags and the length of an extension, 32 bits each, follow.</summary>
    public static ReadOnlySpan<byte> Signature => [(byte)'P', (byte)'G', (byte)'C', (byte)'O', (byte)'P', (byte)'Y', (byte)'\n', 0xff, (byte)'\r', (byte)'\n', 0];

    /// <summary>The length of the header that a stream begins with; 0 where it is not whole yet.</summary>
    /// <exception cref="CopyStreamException">It is not what servers send.</exception>
    public static int Header(ReadOnlySpan<byte> data)
    {
        var known = data[..Math.Min(data.Length, Signature.Length)];
        if (!Signature.StartsWith(known))
            throw new CopyStreamException("The stream does not begin as binary COPY does. Nothing was read. Ask the server for FORMAT binary.");
        if (data.Length < HeaderLength)
            return 0;
        if (BinaryPrimitives.ReadInt32BigEndian(data[11..]) is var flags and not 0)
            throw new CopyStreamException($"The binary COPY stream has flags 0x{flags:x8}, which only servers before version 12 send. Nothing was read.");
        var length = HeaderLength + (long)BinaryPrimitives.ReadUInt32BigEndian(data[15..]);
        return length <= data.Length ? (int)length : 0;
    }
}
