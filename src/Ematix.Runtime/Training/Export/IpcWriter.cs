using Apache.Arrow;
using Apache.Arrow.Ipc;

namespace Ematix.Training;

/// <summary>Arrow IPC: the file format into a file, the streaming format into a stream.</summary>
internal sealed class IpcWriter(ArrowStreamWriter writer, Stream? file) : IBatchWriter
{
    private const int FileBuffer = 1 << 20;

    /// <summary>A writer of the file format, which readers may read from any batch.</summary>
    public static IpcWriter ToFile(string path, Schema schema)
    {
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileBuffer, FileOptions.Asynchronous);
        return new IpcWriter(new ArrowFileWriter(file, schema, leaveOpen: true), file);
    }

    /// <summary>A writer of the streaming format; the stream stays the caller's.</summary>
    public static IpcWriter ToStream(Stream stream, Schema schema) => new(new ArrowStreamWriter(stream, schema, leaveOpen: true), file: null);

    public async ValueTask WriteAsync(RecordBatch batch, CancellationToken cancellationToken) =>
        await writer.WriteRecordBatchAsync(batch, cancellationToken).ConfigureAwait(false);

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
