using System.Runtime.CompilerServices;
using Apache.Arrow;
using Apache.Arrow.Ipc;

namespace Ematix.Loading;

/// <summary>Arrow record batches; one of the three is given. Those of a stream are made for the load, so it disposes them.</summary>
internal sealed class ArrowSource(IEnumerable<RecordBatch>? batches, IAsyncEnumerable<RecordBatch>? asyncBatches, IArrowArrayStream? stream) : Source
{
    /// <summary>Known before the first batch, of a stream that says it.</summary>
    public Schema? Schema => stream?.Schema;

    internal override SyncPath Path => SyncPath.Client;

    /// <summary>Each batch is good until the next one is asked for.</summary>
    public async IAsyncEnumerable<RecordBatch> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (batches is not null)
        {
            foreach (var batch in batches)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return batch;
            }

            yield break;
        }

        await foreach (var batch in (asyncBatches ?? NextAsync(cancellationToken)).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            using (batch)
                yield return batch;
        }
    }

    private async IAsyncEnumerable<RecordBatch> NextAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await stream!.ReadNextRecordBatchAsync(cancellationToken).ConfigureAwait(false) is { } batch)
            yield return batch;
    }
}
