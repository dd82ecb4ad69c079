using Apache.Arrow;

namespace Ematix.Training;

/// <summary>Writes record batches in one format. What it has not completed is no file.</summary>
internal interface IBatchWriter : IAsyncDisposable
{
    /// <summary>Writes a batch, which stays the caller's.</summary>
    ValueTask WriteAsync(RecordBatch batch, CancellationToken cancellationToken);

    /// <summary>Writes what ends the format.</summary>
    ValueTask CompleteAsync(CancellationToken cancellationToken);
}
