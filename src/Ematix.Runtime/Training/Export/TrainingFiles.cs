using Apache.Arrow.Ipc;
using Ematix.Training;

namespace Ematix;

/// <summary>Training sets as Arrow IPC, which every Arrow implementation reads.</summary>
public static class TrainingFiles
{
    private const string Format = "arrow";

    /// <summary>
    /// Reads a training set into a file in Arrow's IPC file format, with a manifest of what it was built from beside it
    /// (<see cref="TrainingFileManifest.PathOf"/>). Both replace what was there, and appear only when they are complete: a call that fails or is cancelled
    /// leaves nothing. Memory does not grow with the number of rows.
    /// </summary>
    /// <param name="features">The training set; it is read once, in one snapshot.</param>
    /// <param name="path">The file, by convention <c>.arrow</c>; its folder exists.</param>
    /// <param name="progress">Is told after each batch.</param>
    /// <param name="cancellationToken">Cancels the reading and the writing.</param>
    /// <returns>The manifest of the file.</returns>
    /// <exception cref="EmatixException">The training set can't be read.</exception>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static async Task<TrainingFileManifest> WriteIpcAsync(
        this HistoricalFeatures features, string path, IProgress<ExportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(features);
        var reader = await features.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
            return await reader.WriteIpcAsync(path, reader.Manifest, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a training set into a stream in Arrow's IPC streaming format, such as the body of a response. No manifest is written.</summary>
    /// <param name="features">The training set; it is read once, in one snapshot.</param>
    /// <param name="stream">Takes the bytes; it stays open, and need not seek.</param>
    /// <param name="progress">Is told after each batch.</param>
    /// <param name="cancellationToken">Cancels the reading and the writing; the stream then ends in the midst of the format.</param>
    /// <returns>The number of rows.</returns>
    /// <exception cref="EmatixException">The training set can't be read.</exception>
    public static async Task<long> WriteIpcAsync(
        this HistoricalFeatures features, Stream stream, IProgress<ExportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(features);
        var reader = await features.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
            return await reader.WriteIpcAsync(stream, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Writes record batches into a file in Arrow's IPC file format, with a manifest of what they were built from beside it
    /// (<see cref="TrainingFileManifest.PathOf"/>). Both replace what was there, and appear only when they are complete: a call that fails or is cancelled
    /// leaves nothing. Memory does not grow with the number of rows.
    /// Dictionaries are written as their values.
    /// </summary>
    /// <param name="batches">Gives the batches, from where it stands to its end; each is disposed once it is written. It stays the caller's.</param>
    /// <param name="path">The file, by convention <c>.arrow</c>; its folder exists.</param>
    /// <param name="manifest">What the batches are made from; its columns are among theirs.</param>
    /// <param name="progress">Is told after each batch.</param>
    /// <param name="cancellationToken">Cancels the reading and the writing.</param>
    /// <returns>The manifest of the file.</returns>
    /// <exception cref="ArgumentException">A batch has another schema than the stream, be it in a unit of time; or the manifest names a column that there is not.</exception>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static Task<TrainingFileManifest> WriteIpcAsync(
        this IArrowArrayStream batches, string path, TrainingManifest manifest, IProgress<ExportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(manifest);
        return FileExport.WriteAsync(batches, manifest, path, Format, IpcWriter.ToFile, progress, cancellationToken);
    }

    /// <summary>Writes record batches into a stream in Arrow's IPC streaming format, such as the body of a response. No manifest is written. Dictionaries are written as their values.</summary>
    /// <param name="batches">Gives the batches, from where it stands to its end; each is disposed once it is written. It stays the caller's.</param>
    /// <param name="stream">Takes the bytes; it stays open, and need not seek.</param>
    /// <param name="progress">Is told after each batch.</param>
    /// <param name="cancellationToken">Cancels the reading and the writing; the stream then ends in the midst of the format.</param>
    /// <returns>The number of rows.</returns>
    /// <exception cref="ArgumentException">A batch has another schema than the stream, be it in a unit of time.</exception>
    public static async Task<long> WriteIpcAsync(
        this IArrowArrayStream batches, Stream stream, IProgress<ExportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentNullException.ThrowIfNull(stream);
        var writer = IpcWriter.ToStream(stream, batches.Schema);
        await using (writer.ConfigureAwait(false))
            return await BatchExport.RunAsync(batches, writer, facts: null, progress, cancellationToken).ConfigureAwait(false);
    }
}
