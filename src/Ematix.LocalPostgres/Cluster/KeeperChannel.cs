using System.Diagnostics;
using System.Text;
using Ematix.LocalPostgres.Host;

namespace Ematix.LocalPostgres.Cluster;

/// <summary>
/// The two pipes to <c>keeper.sh</c>. Our end of its standard input keeps the cluster alive: it closes when we are disposed, and the system
/// closes it when our process dies in whatever way.
/// </summary>
internal sealed class KeeperChannel : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    public KeeperChannel(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => Remember(line.Data);
        _process.BeginErrorReadLine();
    }

    /// <summary>Sends a command and reads one line of answer. No caller cancels this: an answer left unread would be taken for the next one.</summary>
    /// <exception cref="ClusterException">The keeper has ended.</exception>
    /// <exception cref="TimeoutException">It does not answer.</exception>
    public async Task<string> AskAsync(string command)
    {
        try
        {
            await _process.StandardInput.WriteAsync($"{command}\n").ConfigureAwait(false);
            await _process.StandardInput.FlushAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            throw Ended();
        }
        return await ReadAsync().ConfigureAwait(false);
    }

    public async Task<string> ReadAsync()
    {
        using var deadline = new Deadline(TimeLimits.Answer, CancellationToken.None);
        try
        {
            return await _process.StandardOutput.ReadLineAsync(deadline.Token).ConfigureAwait(false) ?? throw Ended();
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException("The process that keeps the cluster does not answer.", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before us, with our last command unread.
        }
        using var deadline = new Deadline(TimeLimits.CleanUp, CancellationToken.None);
        try
        {
            await _process.WaitForExitAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }
        _process.Dispose();
    }

    private ClusterException Ended()
    {
        lock (_errors)
            return new("The process that keeps the cluster ended.", _errors.ToString().TrimEnd());
    }

    private void Remember(string? line)
    {
        lock (_errors)
            _errors.AppendLine(line);
    }
}
