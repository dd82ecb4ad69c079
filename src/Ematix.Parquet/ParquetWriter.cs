using Apache.Arrow;
using Ematix.Training;
using ParquetSharp;
using ParquetSharp.Arrow;

namespace Ematix.Parquet;

/// <summary>Writes record batches as Parquet. The Arrow schema goes with the file, for readers that know what Parquet has no type for, such as durations.</summary>
internal sealed class ParquetWriter : IBatchWriter
{
    private readonly WriterProperties _properties;
    private readonly ArrowWriterProperties _arrowProperties;
    private readonly FileWriter _writer;

    public ParquetWriter(string path, Schema schema, ParquetOptions options)
    {
        using var properties = new WriterPropertiesBuilder();
        _properties = properties.Compression(CompressionOf(options.Compression)).MaxRowGroupLength(options.RowGroupRows).Build();
        using var arrowProperties = new ArrowWriterPropertiesBuilder();
        _arrowProperties = arrowProperties.StoreSchema().Build();
        _writer = new FileWriter(path, schema, _properties, _arrowProperties);
    }

    /// <summary>Encoding takes the processor, not a thread that waits for it.</summary>
    public async ValueTask WriteAsync(RecordBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Length > 0)
            await Task.Run(() => _writer.WriteBufferedRecordBatch(batch), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask CompleteAsync(CancellationToken cancellationToken) => await Task.Run(_writer.Close, cancellationToken).ConfigureAwait(false);

    public ValueTask DisposeAsync()
    {
        _writer.Dispose();
        _arrowProperties.Dispose();
        _properties.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Compression CompressionOf(ParquetCompression compression) => compression switch
    {
        ParquetCompression.Zstd => Compression.Zstd,
        ParquetCompression.Snappy => Compression.Snappy,
        ParquetCompression.None => Compression.Uncompressed,
        _ => throw new ArgumentOutOfRangeException(nameof(compression), compression, "No such compression."),
    };
}
