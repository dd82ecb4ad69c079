using System.Numerics;
using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Memory;
using Apache.Arrow.Scalars;

namespace Ematix.Runtime;

/// <summary>One buffer of an array that joins runs of others; what stands for a row that is NULL has no meaning.</summary>
internal static class JoinedBuffers
{
    public const int Validity = 0;

    /// <summary>A bit a row of a buffer, or of the validity, which may be missing where all is valid.</summary>
    public static ArrowBuffer Bits(ArrowRun[] runs, int buffer)
    {
        if (RowsOf(runs) is not (> 0 and var rows))
            return ArrowBuffer.Empty;
        var bits = Zeros<byte>(BitUtility.ByteCount(rows));
        var target = bits.Span;
        var at = 0;
        foreach (var run in runs)
        {
            var isSet = buffer == Validity && !run.MayHaveNulls;
            var given = isSet || run.Data is null ? default : run.Data.Buffers[buffer].Span;
            for (var row = 0; row < run.Length; row++)
            {
                if (isSet || (!given.IsEmpty && BitUtility.GetBit(given, run.Start + row)))
                    BitUtility.SetBit(target, at + row);
            }

            at += run.Length;
        }

        return bits.Build();
    }

    /// <summary>Values of so many bytes each.</summary>
    public static ArrowBuffer Words(ArrowRun[] runs, int width) =>
        Bytes([.. runs.Select(run => new ArrowRun(run.Data, checked(run.Start * width), checked(run.Length * width)))], buffer: 1);

    /// <summary>Bytes of a buffer; zeros where there is none.</summary>
    public static ArrowBuffer Bytes(IReadOnlyList<ArrowRun> ranges, int buffer)
    {
        if (RowsOf(ranges) is not (> 0 and var length))
            return ArrowBuffer.Empty;
        var (bytes, at) = (Zeros<byte>(length), 0);
        foreach (var range in ranges)
        {
            range.Data?.Buffers[buffer].Span.Slice(range.Start, range.Length).CopyTo(bytes.Span[at..]);
            at += range.Length;
        }

        return bytes.Build();
    }

    /// <summary>Where values of any length begin and end, and the ranges of what they are made of.</summary>
    public static (ArrowBuffer Offsets, List<ArrowRun> Ranges) Offsets<TOffset>(ArrowRun[] runs)
        where TOffset : unmanaged, IBinaryInteger<TOffset>
    {
        var offsets = Zeros<TOffset>(RowsOf(runs) + 1);
        var (ranges, at, end) = (new List<ArrowRun>(), 0, TOffset.Zero);
        var target = offsets.Span;
        foreach (var run in runs)
        {
            if (run.Data is null || run.Length == 0)
            {
                target.Slice(at + 1, run.Length).Fill(end);
            }
            else
            {
                var given = MemoryMarshal.Cast<byte, TOffset>(run.Data.Buffers[1].Span).Slice(run.Start, run.Length + 1);
                for (var row = 1; row < given.Length; row++)
                    target[at + row] = checked(end + given[row] - given[0]);
                ranges.Add(new(run.Data, int.CreateChecked(given[0]), int.CreateChecked(given[^1] - given[0])));
                end = target[at + run.Length];
            }

            at += run.Length;
        }

        return (offsets.Build(), ranges);
    }

    /// <summary>Views of texts and the bytes of the long ones, in one buffer of just their length.</summary>
    public static ArrowBuffer[] Views(ArrowRun[] runs)
    {
        if (RowsOf(runs) is not (> 0 and var rows))
            return [ArrowBuffer.Empty];
        var views = Zeros<BinaryView>(rows);
        var target = views.Span;
        var (texts, at, end) = (new List<ReadOnlyMemory<byte>>(), 0, 0);
        foreach (var run in runs)
        {
            for (var row = 0; row < run.Length; row++, at++)
            {
                if (run.IsNull(row))
                    continue;
                target[at] = MemoryMarshal.Cast<byte, BinaryView>(run.Data!.Buffers[1].Span)[run.Start + row];
                if (target[at] is not { IsInline: false } view)
                    continue;
                texts.Add(run.Data.Buffers[2 + view.BufferIndex].Memory.Slice(view.BufferOffset, view.Length));
                target[at] = new BinaryView(view.Length, view.Bytes, 0, end);
                end = checked(end + view.Length);
            }
        }

        return [views.Build(), .. texts.Count > 0 ? [Bytes(texts, end)] : System.Array.Empty<ArrowBuffer>()];
    }

    private static ArrowBuffer Bytes(List<ReadOnlyMemory<byte>> texts, int length)
    {
        var (bytes, at) = (Zeros<byte>(length), 0);
        foreach (var text in texts)
        {
            text.Span.CopyTo(bytes.Span[at..]);
            at += text.Length;
        }

        return bytes.Build();
    }

    private static int RowsOf(IEnumerable<ArrowRun> runs) => checked(runs.Sum(run => run.Length));

    private static NativeBuffer<T, MemoryPressureAllocationTracker> Zeros<T>(int length)
        where T : unmanaged => new(length, zeroFill: true);
}
