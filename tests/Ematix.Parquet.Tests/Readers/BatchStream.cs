using Apache.Arrow;
using Apache.Arrow.Ipc;

namespace Ematix.Tests.Readers;

/// <summary>Batches as a stream with a schema.</summary>
internal sealed class BatchStream(Schema schema, IAsyncEnumerable<RecordBatch> batches) : IArrowArrayStream
{
    private readonly IAsyncEnumerator<RecordBatch> _batches = batches.GetAsyncEnumerator();

    public Schema Schema => schema;

    public async ValueTask<RecordBatch> ReadNextRecordBatchAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await _batches.MoveNextAsync() ? _batches.Current : null!;
    }

    public void Dispose() => _batches.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
