using Ematix.Samples.Tests.Support;

namespace Ematix.Samples.Tests.Tour;

/// <summary>One run of the quickstart, for all tests of what it printed and left.</summary>
public sealed class QuickstartRun : IAsyncLifetime
{
    private SampleOutcome? _outcome;

    internal SampleOutcome Outcome => _outcome ?? throw new InvalidOperationException("The sample did not run.");

    public async ValueTask InitializeAsync() => _outcome = await SampleProcess.RunAsync("Quickstart");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
