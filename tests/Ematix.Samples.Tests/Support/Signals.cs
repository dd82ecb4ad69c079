using System.Diagnostics;

namespace Ematix.Samples.Tests.Support;

/// <summary>What a terminal sends.</summary>
internal static class Signals
{
    public static async Task SendAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", ["-s", signal, $"{process}"]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }
}
