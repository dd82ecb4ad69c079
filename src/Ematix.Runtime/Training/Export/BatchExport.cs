using Apache.Arrow;
using Apache.Arrow.Ipc;
using Ematix.Runtime;

namespace Ematix.Training;

/// <summary>Writes a stream of record batches, each disposed once it is written, and tells how far it is.</summary>
internal static class BatchExport
{
    /// <summary>Writes all batches and the end of the format.</summary>
    /// <param name="source">Gives the batches; it stays the caller's.</param>
    /// <param name="writer">Takes them.</param>
    /// <param name="facts">Sees each batch, or null.</param>
    /// <param name="progress">Is told after each batch.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>The number of rows.</returns>
    /// <exception cref="ArgumentException">A batch has another schema than the stream.</exception>
    public static async Task<long> RunAsync(IArrowArrayStream source, IBatchWriter writer, SpineFacts? facts, IProgress<ExportProgress>? progress, CancellationToken cancellationToken)
    {
        var (rows, batches, schema, last) = (0L, 0L, ArrowPlain.Of(source.Schema), (Schema?)null);
        while (await source.ReadNextRecordBatchAsync(cancellationToken).ConfigureAwait(false) is { } batch)
        {
            using (batch)
            {
                if (!ReferenceEquals(batch.Schema, last) && SchemaDifferences.Of(schema, ArrowPlain.Of(batch.Schema)).ToArray() is { Length: > 0 } differences)
                    throw new ArgumentException($"Record batch {batches + 1} has another schema than its stream: {string.Join("; ", differences)}.", nameof(source));
                last = batch.Schema;
                await writer.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
                facts?.Add(batch);
                (rows, batches) = (rows + batch.Length, batches + 1);
            }

            progress?.Report(new ExportProgress(rows, batches));
        }

        await writer.CompleteAsync(cancellationToken).ConfigureAwait(false);
        return rows;
    }
}
