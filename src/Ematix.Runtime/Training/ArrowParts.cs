using Apache.Arrow;

namespace Ematix.Training;

/// <summary>Cuts record batches into parts of so many rows, by the part's number from 0.</summary>
internal sealed class ArrowParts(IAsyncEnumerable<RecordBatch> batches, Func<int, int> sizes, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<RecordBatch> _batches = batches.GetAsyncEnumerator(cancellationToken);
    private RecordBatch? _batch;
    private int _taken;
    private int _parts;

    /// <summary>The schema of the batches, once there was one.</summary>
    public Schema? Schema { get; private set; }

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
            part.Add(_batch, _taken, length);
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
        Schema ??= _batch.Schema;
        var same = Schema.FieldsList.Count == _batch.Schema.FieldsList.Count
            && Schema.FieldsList.Zip(_batch.Schema.FieldsList).All(pair => pair.First.Name == pair.Second.Name && ArrowTypes.NameOf(pair.First.DataType) == ArrowTypes.NameOf(pair.Second.DataType));
        return same ? true : throw new SpineSchemaException(["its record batches have different schemas"]);
    }
}
