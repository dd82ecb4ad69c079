using System.Diagnostics;
using System.Globalization;
using Ematix.LocalPostgres.Host;

namespace Ematix.LocalPostgres.Cluster;

/// <summary>
/// A cluster kept with <c>pg_ctl</c>, where there is no POSIX shell (Windows). It ends with our process in every way but one: nobody is left to end it when we are killed.
/// </summary>
internal sealed class PgCtlKeeper : IClusterKeeper
{
    private readonly string _binaries;
    private readonly string _folder;
    private readonly string _data;

    public PgCtlKeeper(string binaries, HostEnvironment host)
    {
        _binaries = binaries;
        _folder = Path.Combine(host.TemporaryDirectory, $"ematix-postgres.{Path.GetRandomFileName()}");
        _data = Path.Combine(_folder, "data");
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(_folder);
        else
            Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        AppDomain.CurrentDomain.ProcessExit += EndWithProcess;
    }

    private string Log => Path.Combine(_folder, "output");

    public async Task InitialiseAsync(string password, string settings, CancellationToken cancellationToken)
    {
        var passwordFile = Path.Combine(_folder, "password");
        await File.WriteAllTextAsync(passwordFile, password, cancellationToken).ConfigureAwait(false);
        string[] arguments = ["-D", _data, "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync", "-A", "scram-sha-256", $"--pwfile={passwordFile}"];
        var result = await ExternalProgram.RunAsync(Path.Combine(_binaries, "initdb"), arguments, TimeLimits.Initialise, cancellationToken).ConfigureAwait(false);
        if (result.ExitCode != 0)
            throw new ClusterException("initdb failed.", result.Error.Trim());
        File.Delete(passwordFile);
        await File.AppendAllTextAsync(Path.Combine(_data, "postgresql.conf"), settings, cancellationToken).ConfigureAwait(false);
    }

    public async Task StartAsync(int port, CancellationToken cancellationToken)
    {
        File.Delete(Log);
        var seconds = TimeLimits.Start.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        if (!await RunAsync("start", "-w", "-t", seconds, "-l", Log, "-o", string.Create(CultureInfo.InvariantCulture, $"-p {port}")).ConfigureAwait(false))
            throw new ClusterException("The server did not start.", File.Exists(Log) ? await File.ReadAllTextAsync(Log, cancellationToken).ConfigureAwait(false) : "");
        cancellationToken.ThrowIfCancellationRequested();
    }

    public async Task StopAsync(PostgresStopMode mode, CancellationToken cancellationToken)
    {
        var seconds = TimeLimits.Stop.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        if (IsRunning() && !await RunAsync("stop", "-w", "-t", seconds, "-m", mode == PostgresStopMode.Fast ? "fast" : "immediate").ConfigureAwait(false) && IsRunning())
            throw new TimeoutException($"The server's stop took longer than {seconds} s.");
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithProcess;
        await StopAsync(PostgresStopMode.Immediate, CancellationToken.None).ConfigureAwait(false);
        // The system may hold a file for a moment after the process that had it open has ended.
        for (var tries = 1; Directory.Exists(_folder); tries++)
        {
            try
            {
                Directory.Delete(_folder, recursive: true);
            }
            catch (IOException) when (tries < 20)
            {
                await Task.Delay(100).ConfigureAwait(false);
            }
        }
    }

    private bool IsRunning() => File.Exists(Path.Combine(_data, "postmaster.pid"));

    private void EndWithProcess(object? sender, EventArgs e) => DisposeAsync().AsTask().Wait(TimeLimits.CleanUp);

    /// <summary>Nothing is redirected: on Windows the server would inherit our pipe, and we would wait for its end. Not cancelled: a half-started server has no pid file to stop it by.</summary>
    private async Task<bool> RunAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(_binaries, "pg_ctl"), [command, "-s", "-D", _data, .. arguments]) { CreateNoWindow = true })!;
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        return process.ExitCode == 0;
    }
}
