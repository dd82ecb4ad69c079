using System.Buffers;
using Npgsql;

namespace Ematix.Loading;

/// <summary>
/// Pumps binary COPY data from one database into another. The next chunk is read while the last one is written, and two chunks are all the memory that it takes.
/// </summary>
internal static class CopyPipe
{
    private const int ChunkSize = 128 * 1024;

    /// <summary>The signature, flags, and the length of an extension that servers leave empty.</summary>
    private const int HeaderSize = 19;

    /// <summary>How long a write that is under way when the load is cancelled may take before its connection is given up.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Reads all that <paramref name="source"/> has, leaves out the filler, and counts the rows. Neither stream is ended.</summary>
    public static async Task<long> RunAsync(NpgsqlRawCopyStream source, NpgsqlRawCopyStream target, int filler, Action<long>? progress, CancellationToken cancellationToken)
    {
        using var giveUp = new CancellationTokenSource();
        await using var cancelled = cancellationToken.Register(() =>
        {
            giveUp.CancelAfter(Grace);
            RawCopy.Cancel(source);
        }).ConfigureAwait(false);
        var (next, last) = (ArrayPool<byte>.Shared.Rent(ChunkSize), ArrayPool<byte>.Shared.Rent(ChunkSize));
        var write = Task.CompletedTask;
        try
        {
            await source.ReadExactlyAsync(next.AsMemory(0, HeaderSize), CancellationToken.None).ConfigureAwait(false);
            await target.WriteAsync(next.AsMemory(0, HeaderSize), giveUp.Token).ConfigureAwait(false);
            for (var left = filler; left > 0; left -= Math.Min(left, ChunkSize))
                await source.ReadExactlyAsync(next.AsMemory(0, Math.Min(left, ChunkSize)), CancellationToken.None).ConfigureAwait(false);

            var counter = new CopyRowCounter();
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var length = await source.ReadAtLeastAsync(next.AsMemory(0, ChunkSize), ChunkSize, throwOnEndOfStream: false, CancellationToken.None).ConfigureAwait(false);
                counter.Add(next.AsSpan(0, length));
                await write.ConfigureAwait(false);
                if (length == 0)
                    return counter.Rows;
                write = target.WriteAsync(next.AsMemory(0, length), giveUp.Token).AsTask();
                (next, last) = (last, next);
                progress?.Invoke(counter.Rows);
            }
        }
        finally
        {
            // A buffer that is still being written may not go back to the pool.
            await write.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ArrayPool<byte>.Shared.Return(next);
            ArrayPool<byte>.Shared.Return(last);
        }
    }
}
