using Apache.Arrow;
using Apache.Arrow.Ipc;
using Ematix.Runtime;

namespace Ematix.Training;

/// <summary>
/// Arrow IPC: the file format into a file, the streaming format into a stream. Dictionaries are written as their values: Apache.Arrow would write only the first
/// batch's, and readers would take it for all of them.
/// </summary>
/// <param name="writer">Writes the format.</param>
/// <param name="schema">The schema without dictionaries, which the writer has.</param>
/// <param name="file">What is written to, if it is the writer's own.</param>
internal sealed class IpcWriter(ArrowStreamWriter writer, Schema schema, Stream? file) : IBatchWriter
{
    private const int FileBuffer = 1 << 20;

    /// <summary>A writer of the file format, which readers may read from any batch.</summary>
    public static IpcWriter ToFile(string path, Schema schema)
    {
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileBuffer, FileOptions.Asynchronous);
        var plain = ArrowPlain.Of(schema);
        return new IpcWriter(new ArrowFileWriter(file, plain, leaveOpen: true), plain, file);
    }

    /// <summary>A writer of the streaming format; the stream stays the caller's.</summary>
    public static IpcWriter ToStream(Stream stream, Schema schema)
    {
        var plain = ArrowPlain.Of(schema);
        return new IpcWriter(new ArrowStreamWriter(stream, plain, leaveOpen: true), plain, file: null);
    }

    public async ValueTask WriteAsync(RecordBatch batch, CancellationToken cancellationToken)
    {
        var decoded = new Dictionary<IArrowArray, IArrowArray>(ReferenceEqualityComparer.Instance);
        try
        {
            foreach (var column in batch.Arrays.Where(column => ArrowPlain.HasDictionary(column.Data.DataType)))
                decoded.TryAdd(column, ArrowJoin.Of(column.Data));
            // Not disposed: most of its columns are the caller's.
            var plain = decoded.Count == 0 ? batch : new RecordBatch(schema, batch.Arrays.Select(column => decoded.GetValueOrDefault(column, column)), batch.Length);
            await writer.WriteRecordBatchAsync(plain, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            foreach (var array in decoded.Values)
                array.Dispose();
        }
    }

    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        await writer.WriteStartAsync(cancellationToken).ConfigureAwait(false);
        await writer.WriteEndAsync(cancellationToken).ConfigureAwait(false);
        if (file is not null)
            await file.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        writer.Dispose();
        if (file is not null)
            await file.DisposeAsync().ConfigureAwait(false);
    }
}
