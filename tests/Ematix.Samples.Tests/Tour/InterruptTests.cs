using Ematix.Samples.Tests.Support;

namespace Ematix.Samples.Tests.Tour;

/// <summary>Ctrl-C in the middle.</summary>
public sealed class InterruptTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Interrupted_the_quickstart_says_so_and_leaves_no_server_and_no_file(string signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are sent with kill, and processes looked up under /proc.");
        using var process = SampleProcess.Start("Quickstart");
        await process.ReadFirstLineAsync();
        await Signals.SendAsync(signal, process.Id);
        var outcome = await process.FinishAsync();

        Assert.Equal(130, outcome.ExitCode);
        Assert.Contains("Interrupted.", outcome.Errors, StringComparison.Ordinal);
        outcome.AssertNothingLeft();
    }
}
