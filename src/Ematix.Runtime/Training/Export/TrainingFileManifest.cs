using System.Text.Json;

namespace Ematix;

/// <summary>
/// What a file of training data was built from. It is written beside the file as <c>{file}.manifest.json</c>, in JSON with camelCase names, instants in ISO
/// 8601, durations as <c>d.hh:mm:ss.fffffff</c>.
/// </summary>
public sealed record TrainingFileManifest
{
    /// <summary>The file's name, without its folder.</summary>
    public required string File { get; init; }

    /// <summary>The file's format: <c>arrow</c> or <c>parquet</c>.</summary>
    public required string Format { get; init; }

    /// <summary>The version of the product that wrote it.</summary>
    public required string ProductVersion { get; init; }

    /// <summary>When it was complete, by the clock of the machine that wrote it, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The number of rows: those of the spine.</summary>
    public required long RowCount { get; init; }

    /// <summary>
    /// A hash of the spine as it was read, SHA-256 in hexadecimal: the same rows have the same hash in any order and any batches, and another row, or another
    /// number of equal rows, gives another. It is the sum, modulo 2^256, of the SHA-256 of each row, as PostgreSQL's binary COPY writes its
    /// <see cref="SpineHashColumns"/>.
    /// </summary>
    public required string SpineHash { get; init; }

    /// <summary>The spine's columns that the hash covers: those of a type that the database has.</summary>
    public required IReadOnlyList<string> SpineHashColumns { get; init; }

    /// <summary>The earliest as-of in UTC, or null where every one is NULL (or out of the years 1 to 9999).</summary>
    public DateTimeOffset? EarliestAsOf { get; init; }

    /// <summary>The latest as-of in UTC, or null where every one is NULL (or out of the years 1 to 9999).</summary>
    public DateTimeOffset? LatestAsOf { get; init; }

    /// <summary>The spine's origin, the views, the boundary, as known at, the strategy and the SQL.</summary>
    public required TrainingManifest Source { get; init; }

    /// <summary>Where the manifest of a file is.</summary>
    /// <param name="path">The data file.</param>
    public static string PathOf(string path) => path + ".manifest.json";

    /// <summary>Reads the manifest of a file.</summary>
    /// <param name="path">The data file, not the manifest.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="JsonException">It is no manifest.</exception>
    public static async Task<TrainingFileManifest> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        var file = System.IO.File.OpenRead(PathOf(path));
        await using (file.ConfigureAwait(false))
        {
            return await JsonSerializer.DeserializeAsync(file, Training.ManifestJson.Default.TrainingFileManifest, cancellationToken).ConfigureAwait(false)
                ?? throw new JsonException($"{PathOf(path)} holds null where a manifest is expected.");
        }
    }
}
