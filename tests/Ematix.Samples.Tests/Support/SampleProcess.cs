using System.Diagnostics;
using System.Text;

namespace Ematix.Samples.Tests.Support;

/// <summary>A sample that runs as a program of its own, with a temporary folder of its own and a private server.</summary>
internal sealed class SampleProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly TestFolder _temporary = new();
    private readonly StringBuilder _output = new();
    private readonly Process _process;
    private readonly Task<string> _errors;
    private IReadOnlyList<string> _temporaryFiles = [];

    private SampleProcess(string sample, string[] arguments)
    {
        var dll = Path.Combine(AppContext.BaseDirectory, $"{sample}.dll");
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment.Remove("EMATIX_TEST_POSTGRES");
        start.Environment["TMPDIR"] = _temporary.Location;
        // Its pipes for debuggers would lie there too.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public static async Task<SampleOutcome> RunAsync(string sample, params string[] arguments)
    {
        using var process = Start(sample, arguments);
        return await process.FinishAsync();
    }

    public static SampleProcess Start(string sample, params string[] arguments) => new(sample, arguments);

    /// <summary>Returns when the sample has printed a line, which both print when their server runs; or when it ended without one.</summary>
    public async Task ReadFirstLineAsync()
    {
        _output.Append(await _process.StandardOutput.ReadLineAsync().WaitAsync(Limit)).Append('\n');
        _temporaryFiles = _temporary.Entries;
    }

    public async Task<SampleOutcome> FinishAsync()
    {
        if (_output.Length == 0)
            await ReadFirstLineAsync();
        _output.Append(await _process.StandardOutput.ReadToEndAsync().WaitAsync(Limit));
        await _process.WaitForExitAsync().WaitAsync(Limit);
        return new(
            _process.ExitCode, _output.ToString().TrimEnd('\n'), await _errors, _temporaryFiles, _temporary.Entries,
            OperatingSystem.IsLinux() ? ProcessTable.Naming(_temporary.Location) : []);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
        _temporary.Dispose();
    }
}
