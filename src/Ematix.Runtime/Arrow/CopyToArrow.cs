using System.Runtime.CompilerServices;
using Apache.Arrow;
using Ematix.Model;

namespace Ematix.Runtime;

/// <summary>Reads a binary COPY stream into Arrow record batches.</summary>
internal static class CopyToArrow
{
    private const int FirstBuffer = 64 * 1024;

    /// <summary>
    /// The rows of the stream, a batch as soon as it is full; none where there are no rows. Each batch belongs to the caller, who disposes it; memory is what
    /// one batch and the longest row take. The stream stays the caller's. A COPY that is cancelled, or left before its end, is ended on the server too.
    /// </summary>
    /// <param name="copy">What <c>COPY … TO STDOUT (FORMAT binary)</c> sends, in pieces of any size.</param>
    /// <param name="schema">A field a column of the statement, in order, as <see cref="ArrowSchemas"/> maps its type. A NULL in a field that is not nullable is refused.</param>
    /// <param name="types">The type of each column.</param>
    /// <param name="options">Where batches are cut.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="CopyStreamException">The stream ends too early, or has other columns.</exception>
    /// <exception cref="UnreadableValueException">A value has no equal in its Arrow type.</exception>
    public static async IAsyncEnumerable<RecordBatch> ReadAsync(
        Stream copy,
        Schema schema,
        IReadOnlyList<ColumnType> types,
        CopyToArrowOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var parser = new CopyParser(schema, types, options);
        await using var source = new CopySource(copy, cancellationToken);
        var buffer = new byte[FirstBuffer];
        var (start, end) = (0, 0);
        while (!parser.HasEnded)
        {
            start += parser.Consume(buffer.AsSpan(start, end - start));
            if (parser.IsBatchFull)
            {
                yield return parser.TakeBatch();
                continue;
            }

            if (parser.HasEnded)
                break;
            (start, end) = RowBuffer.MakeRoom(ref buffer, start, end);
            var read = await source.ReadAsync(buffer.AsMemory(end)).ConfigureAwait(false);
            if (read == 0)
                throw parser.CutOff(end - start);
            end += read;
        }

        await source.EndAsync(end - start).ConfigureAwait(false);
        if (parser.HasRows)
            yield return parser.TakeBatch();
    }
}
