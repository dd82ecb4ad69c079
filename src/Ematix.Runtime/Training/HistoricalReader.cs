using Apache.Arrow;
using Apache.Arrow.Ipc;
using Ematix.Training;

namespace Ematix;

/// <summary>A historical read that has begun: a stream of record batches with their schema, and the facts that say what they were made from.</summary>
public sealed class HistoricalReader : IArrowArrayStream, IAsyncDisposable
{
    private readonly TrainingRun _run;
    private readonly CancellationTokenSource _cancelled;
    private readonly IAsyncEnumerator<RecordBatch> _batches;

    internal HistoricalReader(TrainingRun run, CancellationToken cancellationToken)
    {
        _run = run;
        _cancelled = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _batches = run.ReadAsync(_cancelled.Token).GetAsyncEnumerator(CancellationToken.None);
    }

    /// <summary>The spine's columns, then the features: all that are nullable. An empty result has it too.</summary>
    public Schema Schema => _run.Schema;

    /// <summary>What the rows are made from, for a manifest beside a file.</summary>
    public TrainingManifest Manifest => _run.Manifest;

    /// <summary>The instant up to which loads count (UTC), to be asked for again; null where everything that is loaded counts.</summary>
    public DateTimeOffset? AsKnownAt => _run.Context.KnownAt;

    /// <summary>Rows read so far; at the end those of the spine.</summary>
    public long RowCount => _run.RowCount;

    /// <summary>The next batch, which is the caller's to dispose; null at the end.</summary>
    /// <param name="cancellationToken">Cancels the read as a whole.</param>
    public async ValueTask<RecordBatch?> ReadNextRecordBatchAsync(CancellationToken cancellationToken = default)
    {
        await using var registration = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _cancelled);
        return await _batches.MoveNextAsync().ConfigureAwait(false) ? _batches.Current : null;
    }

    /// <summary>Ends the read, and gives the connections back to the pool.</summary>
    public async ValueTask DisposeAsync()
    {
        await _batches.DisposeAsync().ConfigureAwait(false);
        await _run.DisposeAsync().ConfigureAwait(false);
        _cancelled.Dispose();
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
