namespace Ematix.Benchmarks.Measuring;

/// <summary>
/// A folder in the system's temporary one for as long as a run lasts. A run that is killed leaves its folder behind, and the next one removes it: the lock on
/// a file in it goes with the process that holds it.
/// </summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly FileStream _lock;

    /// <param name="prefix">What its name begins with, as those of other runs do.</param>
    public ScratchFolder(string prefix)
    {
        foreach (var other in Directory.GetDirectories(Path.GetTempPath(), prefix + "*"))
            RemoveIfLeft(other);
        _folder = Directory.CreateTempSubdirectory(prefix);
        _lock = Lock(_folder.FullName, FileMode.CreateNew);
    }

    /// <summary>The path of a file in it.</summary>
    public string File(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose()
    {
        _lock.Dispose();
        _folder.Delete(recursive: true);
    }

    private static void RemoveIfLeft(string folder)
    {
        try
        {
            Lock(folder, FileMode.Open).Dispose();
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another run's, or another user's.
        }
    }

    private static FileStream Lock(string folder, FileMode mode) => new(Path.Combine(folder, "lock"), mode, FileAccess.ReadWrite, FileShare.None);
}
