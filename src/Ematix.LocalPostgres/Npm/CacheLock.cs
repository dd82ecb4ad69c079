using Ematix.LocalPostgres.Host;

namespace Ematix.LocalPostgres.Npm;

/// <summary>Lets one process at a time fetch a package. The system frees it when the process ends; the file stays, because removing it would let two in.</summary>
internal static class CacheLock
{
    /// <exception cref="TimeoutException">Another process held it all the time.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder can't be written.</exception>
    public static async Task<IDisposable> TakeAsync(string file, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(TimeLimits.Fetch, cancellationToken);
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                await PauseAsync(file, deadline).ConfigureAwait(false);
            }
        }
    }

    private static async Task PauseAsync(string file, Deadline deadline)
    {
        try
        {
            await Task.Delay(50, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (deadline.HasPassed)
        {
            throw new TimeoutException($"Another process holds {file}. Wait for it, or end it.", e);
        }
    }
}
