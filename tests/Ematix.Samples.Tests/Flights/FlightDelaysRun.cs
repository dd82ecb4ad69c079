using Ematix.Samples.Tests.Support;

namespace Ematix.Samples.Tests.Flights;

/// <summary>One run of the sample on the real data, for all tests of what it answered.</summary>
public sealed class FlightDelaysRun : IAsyncLifetime
{
    private SampleOutcome? _outcome;
    private string[] _answers = [];

    internal SampleOutcome Outcome => _outcome ?? throw new InvalidOperationException("The sample did not run.");

    /// <summary>The lines of the answers, the header first.</summary>
    internal IReadOnlyList<string> Answers => _answers;

    /// <summary>The answers' bytes, as far as their form is concerned: the first, the last, and whether one is a carriage return.</summary>
    internal (byte First, byte Last, bool HasCarriageReturn) Form { get; private set; }

    /// <summary>The chart's bytes.</summary>
    internal byte[] Chart { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        if (!FlightFiles.Exist)
            return;
        using var folder = new TestFolder();
        var path = folder.PathOf("answers.csv");
        var chart = folder.PathOf("delays.png");
        _outcome = await SampleProcess.RunAsync("FlightDelays", "--data", FlightFiles.Folder, "--out", path, "--chart", chart);
        Chart = File.Exists(chart) ? await File.ReadAllBytesAsync(chart) : [];
        if (!File.Exists(path))
            return;
        var bytes = await File.ReadAllBytesAsync(path);
        Form = (bytes[0], bytes[^1], bytes.Contains((byte)'\r'));
        _answers = await File.ReadAllLinesAsync(path);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
