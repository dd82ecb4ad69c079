using Apache.Arrow.Ipc;
using Ematix.Training;

namespace Ematix.Parquet;

/// <summary>Training sets as Parquet.</summary>
public static class ParquetFiles
{
    private const string Format = "parquet";

    /// <summary>
    /// Reads a training set into a Parquet file, with a manifest of what it was built from beside it (<see cref="TrainingFileManifest.PathOf"/>). Both replace
    /// what was there, and appear only when they are complete: a call that fails or is cancelled leaves nothing. Memory holds a row group, encoded.
    /// Durations are stored as 64-bit integers of microseconds and uuids as 16 bytes, which Parquet readers show as such; readers of Arrow find their types again.
    /// </summary>
    /// <param name="features">The training set; it is read once, in one snapshot.</param>
    /// <param name="path">The file, by convention <c>.parquet</c>; its folder exists.</param>
    /// <param name="options">Compression and row groups.</param>
    /// <param name="progress">Is told after each batch.</param>
    /// <param name="cancellationToken">Cancels the reading and the writing.</param>
    /// <returns>The manifest of the file.</returns>
    /// <exception cref="EmatixException">The training set can't be read.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The options have a row group of less than a row.</exception>
    /// <exception cref="ParquetSharp.ParquetException">The file can't be written.</exception>
    public static async Task<TrainingFileManifest> WriteParquetAsync(
        this HistoricalFeatures features,
        string path,
        ParquetOptions? options = null,
        IProgress<ExportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(features);
        var reader = await features.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
            return await reader.WriteParquetAsync(path, reader.Manifest, options, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Writes record batches into a Parquet file, with a manifest of what they were built from beside it (<see cref="TrainingFileManifest.PathOf"/>). Both replace
    /// what was there, and appear only when they are complete: a call that fails or is cancelled leaves nothing. Memory holds a row group, encoded.
    /// Durations are stored as 64-bit integers of microseconds and uuids as 16 bytes, which Parquet readers show as such; readers of Arrow find their types again.
    /// </summary>
    /// <param name="batches">Gives the batches, from where it stands to its end; each is disposed once it is written. It stays the caller's.</param>
    /// <param name="path">The file, by convention <c>.parquet</c>; its folder exists.</param>
    /// <param name="manifest">What the batches are made from; its columns are among theirs.</param>
    /// <param name="options">Compression and row groups.</param>
    /// <param name="progress">Is told after each batch.</param>
    /// <param name="cancellationToken">Cancels the reading and the writing.</param>
    /// <returns>The manifest of the file.</returns>
    /// <exception cref="ArgumentException">A batch has another schema than the stream, be it in a unit of time; or the manifest names a column that there is not.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The options have a row group of less than a row.</exception>
    /// <exception cref="ParquetSharp.ParquetException">The file can't be written.</exception>
    public static Task<TrainingFileManifest> WriteParquetAsync(
        this IArrowArrayStream batches,
        string path,
        TrainingManifest manifest,
        ParquetOptions? options = null,
        IProgress<ExportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(manifest);
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RowGroupRows, 1, nameof(options));
        return FileExport.WriteAsync(batches, manifest, path, Format, (file, schema) => new ParquetWriter(file, schema, options), progress, cancellationToken);
    }
}
