namespace Ematix.Runtime;

/// <summary>Bytes of a COPY stream that wait for the rest of their row.</summary>
internal static class RowBuffer
{
    /// <summary>Makes room behind what waits: by moving it to the front, or in a buffer twice as long.</summary>
    /// <param name="buffer">The buffer; another one, if it had to grow.</param>
    /// <param name="start">Where what waits begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <returns>Where it begins and ends now.</returns>
    /// <exception cref="CopyStreamException">The row is longer than any buffer.</exception>
    public static (int Start, int End) MakeRoom(ref byte[] buffer, int start, int end)
    {
        if (start == end)
            return (0, 0);
        if (end < buffer.Length)
            return (start, end);
        var target = start > 0 ? buffer : new byte[(int)Math.Min(2L * buffer.Length, System.Array.MaxLength)];
        if (target.Length == end - start)
            throw new CopyStreamException($"A row of the binary COPY stream is longer than {target.Length} bytes, the most that memory can hold.");
        buffer.AsSpan(start..end).CopyTo(target);
        buffer = target;
        return (0, end - start);
    }
}
