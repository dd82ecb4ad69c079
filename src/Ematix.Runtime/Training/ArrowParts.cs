using Apache.Arrow;

namespace Ematix.Training;

/// <summary>Cuts record batches into parts of so many rows, by the part's number from 0.</summary>
/// <param name="batches">The batches, which stay the caller's.</param>
/// <param name="schema">Their schema; null where the first batch's is it.</param>
/// <param name="sizes">The size of each part.</param>
/// <param name="cancellationToken">Cancels the reading.</param>
internal sealed class ArrowParts(IAsyncEnumerable<RecordBatch> batches, Schema? schema, Func<int, int> sizes, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<RecordBatch> _batches = batches.GetAsyncEnumerator(cancellationToken);
    private readonly SpineBatchSchema _schema = new(schema);
    private RecordBatch? _batch;
    private int _taken;
    private int _parts;

    /// <summary>The schema of the parts, if the batches have one or there was one.</summary>
    public Schema? Schema => _schema.Schema;

    /// <summary>The next part, or null at the end.</summary>
    public async ValueTask<ArrowRows?> NextAsync()
    {
        var (part, size) = (new ArrowRows(), sizes(_parts++));
        while (part.Rows < size)
        {
            if (_batch is null || _taken == _batch.Length)
            {
                if (!await NextBatchAsync().ConfigureAwait(false))
                    break;
                continue;
            }

            var length = Math.Min(size - part.Rows, _batch.Length - _taken);
            part.Add(Schema!, _batch, _taken, length);
            _taken += length;
        }

        if (part.Rows > 0)
            return part;
        part.Dispose();
        return null;
    }

    public ValueTask DisposeAsync() => _batches.DisposeAsync();

    private async ValueTask<bool> NextBatchAsync()
    {
        (_batch, _taken) = (null, 0);
        if (!await _batches.MoveNextAsync().ConfigureAwait(false))
            return false;
        _batch = _batches.Current ?? throw new ArgumentException("A record batch of the spine is null.");
        _schema.Judge(_batch.Schema);
        return true;
    }
}
