using System.Diagnostics;

namespace Ematix.LocalPostgres.Tests.Support;

/// <summary>A <see cref="ServerHolder"/> in a process, and a process group, of its own.</summary>
internal sealed class HolderProcess : IDisposable
{
    private readonly Process _process;

    private HolderProcess(Process process) => _process = process;

    public int Id => _process.Id;

    private static string Self => Path.Combine(AppContext.BaseDirectory, "Ematix.LocalPostgres.Tests");

    public static HolderProcess Start(params ReadOnlySpan<(string Name, string Value)> environment) =>
        Start(["setsid", Self, ServerHolder.Command], environment);

    /// <summary>pg_ctl refuses to run as root and hands the server to nobody else: then the whole program runs as a user with fewer rights.</summary>
    public static HolderProcess StartWithoutShell()
    {
        string[] user = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"] : [];
        return Start([.. user, Self, ServerHolder.Command, ServerHolder.WithoutShell], []);
    }

    private static HolderProcess Start(string[] command, ReadOnlySpan<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        // A killed .NET program leaves the sockets of its diagnostics behind.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    public async Task<string> ReadAsync() =>
        await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60))
            ?? throw new InvalidOperationException("The process ended.");

    public Task<string> AskAsync(string line)
    {
        _process.StandardInput.WriteLine(line);
        return ReadAsync();
    }

    public void Tell(string line) => _process.StandardInput.WriteLine(line);

    /// <summary>As a terminal does: the signal goes to every process of the group.</summary>
    public Task SignalGroupAsync(string signal) => TestPrograms.RunAsync("kill", "-s", signal, "--", $"-{Id}");

    public void Kill() => _process.Kill();

    public Task WaitForExitAsync() => _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
