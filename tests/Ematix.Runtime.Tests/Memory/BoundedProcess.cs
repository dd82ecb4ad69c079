using System.Diagnostics;

namespace Ematix.Tests.Memory;

/// <summary>This program again, with a heap that is limited.</summary>
internal static class BoundedProcess
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="heap">The limit in bytes.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="variables">Its environment: what must not be seen in a list of processes.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(long heap, string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(BoundedProcess).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_GCHeapHardLimit"] = $"0x{heap:x}";
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }
}
