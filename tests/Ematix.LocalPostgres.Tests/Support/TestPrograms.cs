using System.Diagnostics;

namespace Ematix.LocalPostgres.Tests.Support;

internal static class TestPrograms
{
    /// <summary>Runs a program of the system; a failure fails the test.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output.Trim();
    }
}
