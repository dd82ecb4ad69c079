using Ematix.LocalPostgres.Host;

namespace Ematix.LocalPostgres.Cluster;

/// <summary>A cluster that <c>keeper.sh</c> owns: it ends the server and removes the folder even when our process is killed.</summary>
internal sealed class ShellKeeper : IClusterKeeper
{
    private readonly KeeperChannel _channel;

    private ShellKeeper(KeeperChannel channel) => _channel = channel;

    /// <exception cref="System.ComponentModel.Win32Exception">The keeper could not be started.</exception>
    /// <exception cref="ClusterException">It found no folder for the cluster.</exception>
    public static async Task<ShellKeeper> OpenAsync(string binaries, HostEnvironment host, CancellationToken cancellationToken)
    {
        var command = await KeeperCommand.CreateAsync(binaries, host, cancellationToken).ConfigureAwait(false);
        var channel = new KeeperChannel(command);
        try
        {
            if (await channel.ReadAsync().ConfigureAwait(false) == "refused")
                throw new ClusterException($"No folder for the cluster can be made in {host.TemporaryDirectory} or /var/tmp. Set TMPDIR to one that may be written.", "");
            return new(channel);
        }
        catch
        {
            await channel.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async Task InitialiseAsync(string password, string settings, CancellationToken cancellationToken)
    {
        await _channel.AskAsync($"initdb\n{password}\n{settings}.").ConfigureAwait(false);
        var end = await WaitAsync("initdb", "state", state => state != "running", TimeLimits.Initialise, cancellationToken).ConfigureAwait(false);
        if (end != "exited 0")
            throw await FailedAsync("initdb failed.").ConfigureAwait(false);
        await _channel.AskAsync("configure").ConfigureAwait(false);
    }

    public async Task StartAsync(int port, CancellationToken cancellationToken)
    {
        await _channel.AskAsync($"postgres {port}").ConfigureAwait(false);
        var state = await WaitAsync("The server's start", "state", state => state != "running", TimeLimits.Start, cancellationToken).ConfigureAwait(false);
        if (state != "ready")
            throw await FailedAsync("The server did not start.").ConfigureAwait(false);
    }

    public async Task StopAsync(PostgresStopMode mode, CancellationToken cancellationToken)
    {
        // Sent again and again: a server that is still starting may not listen yet, and one that is stopping does not mind.
        var signal = mode == PostgresStopMode.Fast ? "signal INT" : "signal QUIT";
        await WaitAsync("The server's stop", signal, state => state.StartsWith("exited", StringComparison.Ordinal), TimeLimits.Stop, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _channel.DisposeAsync();

    private async Task<string> WaitAsync(
        string what, string command, Func<string, bool> isEnd, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(limit, cancellationToken);
        try
        {
            while (true)
            {
                var state = await _channel.AskAsync(command).ConfigureAwait(false);
                if (isEnd(state))
                    return state;
                await Task.Delay(TimeLimits.Poll, deadline.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException e) when (deadline.HasPassed)
        {
            throw new TimeoutException($"{what} took longer than {limit.TotalSeconds:0} s.", e);
        }
    }

    private async Task<ClusterException> FailedAsync(string what)
    {
        var output = new List<string>();
        var line = await _channel.AskAsync("output").ConfigureAwait(false);
        while (line.StartsWith("| ", StringComparison.Ordinal))
        {
            output.Add(line[2..]);
            line = await _channel.ReadAsync().ConfigureAwait(false);
        }
        return new(what, string.Join('\n', output));
    }
}
