using Apache.Arrow;
using Apache.Arrow.Ipc;

namespace Ematix.Training;

/// <summary>The batches of a stream, each disposed when the next one is asked for. A second reading would find the rest only, or nothing: it is refused.</summary>
internal sealed class ReadOnce(IArrowArrayStream stream) : IAsyncEnumerable<RecordBatch>
{
    private int _isRead;

    /// <exception cref="InvalidOperationException">The stream was read before.</exception>
    public IAsyncEnumerator<RecordBatch> GetAsyncEnumerator(CancellationToken cancellationToken = default) => Interlocked.Exchange(ref _isRead, 1) == 0
        ? ReadAsync(cancellationToken)
        : throw new InvalidOperationException("The spine is a stream, which was already read by ExplainAsync, OpenAsync or an export: give a new one. Nothing was read.");

    private async IAsyncEnumerator<RecordBatch> ReadAsync(CancellationToken cancellationToken)
    {
        while (await stream.ReadNextRecordBatchAsync(cancellationToken).ConfigureAwait(false) is { } batch)
        {
            using (batch)
                yield return batch;
        }
    }
}
