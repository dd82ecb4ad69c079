using System.Diagnostics;

namespace Ematix.Tests.Reliability;

/// <summary>This program once more, as a process of its own that makes the second load of <see cref="ProfileStory"/>.</summary>
internal sealed class LoadWorker : IDisposable
{
    public const string Command = "load-profiles";
    private const string Connection = "EMATIX_WORKER_CONNECTION";

    private readonly Process _process;

    private LoadWorker(Process process) => _process = process;

    /// <summary>Ends when the process does.</summary>
    public Task Ended => _process.WaitForExitAsync();

    /// <summary>What the process is: success is 0.</summary>
    public int ExitCode => _process.ExitCode;

    public static LoadWorker Start(string connectionString)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Ematix.Runtime.Tests"), [Command]);
        start.Environment[Connection] = connectionString;
        // A killed .NET program leaves the sockets of its diagnostics behind.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return new(Process.Start(start)!);
    }

    public static async Task<int> RunAsync()
    {
        await using var store = FeatureStore.Open(Environment.GetEnvironmentVariable(Connection)!);
        await ProfileStory.LoadSecondAsync(store);
        return 0;
    }

    /// <summary>As <c>kill -9</c> does.</summary>
    public void Kill() => _process.Kill();

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
