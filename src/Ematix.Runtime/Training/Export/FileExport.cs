using System.Reflection;
using System.Text.Json;
using Apache.Arrow;
using Apache.Arrow.Ipc;

namespace Ematix.Training;

/// <summary>Writes a training set to a file with its manifest beside it: both appear when they are complete, and one that is cancelled or fails leaves nothing.</summary>
internal static class FileExport
{
    private static readonly string ProductVersion = typeof(FileExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <param name="source">Gives the batches; it stays the caller's.</param>
    /// <param name="manifest">What they are made from.</param>
    /// <param name="path">The file, which is replaced if it is there.</param>
    /// <param name="format">Its format, as the manifest names it.</param>
    /// <param name="open">Opens a writer on a file that is not there yet.</param>
    /// <param name="progress">Is told after each batch.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    public static async Task<TrainingFileManifest> WriteAsync(
        IArrowArrayStream source,
        TrainingManifest manifest,
        string path,
        string format,
        Func<string, Schema, IBatchWriter> open,
        IProgress<ExportProgress>? progress,
        CancellationToken cancellationToken)
    {
        path = Path.GetFullPath(path);
        var unfinished = $"{path}.{Guid.NewGuid():n}.unfinished";
        var unfinishedManifest = TrainingFileManifest.PathOf(unfinished);
        try
        {
            var facts = new SpineFacts(source.Schema, manifest);
            long rows;
            var writer = open(unfinished, source.Schema);
            await using (writer.ConfigureAwait(false))
                rows = await BatchExport.RunAsync(source, writer, facts, progress, cancellationToken).ConfigureAwait(false);
            var complete = facts.Complete(manifest, Path.GetFileName(path), format, rows, ProductVersion);
            var file = File.Create(unfinishedManifest);
            await using (file.ConfigureAwait(false))
                await JsonSerializer.SerializeAsync(file, complete, ManifestText.Type, cancellationToken).ConfigureAwait(false);
            Replace(unfinished, path);
            return complete;
        }
        catch
        {
            File.Delete(unfinished);
            File.Delete(unfinishedManifest);
            throw;
        }
    }

    /// <summary>Puts file and manifest into place. At no time does a manifest stand beside a file that it is not of.</summary>
    private static void Replace(string unfinished, string path)
    {
        var manifest = TrainingFileManifest.PathOf(path);
        var aside = $"{manifest}.{Guid.NewGuid():n}.replaced";
        var isThere = Path.Exists(manifest);
        if (isThere)
            File.Move(manifest, aside);
        try
        {
            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            if (isThere)
                File.Move(aside, manifest);
            throw;
        }

        File.Move(TrainingFileManifest.PathOf(unfinished), manifest);
        File.Delete(aside);
    }
}
