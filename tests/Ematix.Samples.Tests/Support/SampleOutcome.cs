using System.Text.RegularExpressions;

namespace Ematix.Samples.Tests.Support;

/// <summary>What a sample left when it ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Errors">What it complained of.</param>
/// <param name="TemporaryFiles">What lay in its temporary folder when it had printed its first line.</param>
/// <param name="LeftFiles">What lay there when it had ended.</param>
/// <param name="LeftProcesses">The command lines of processes that still named that folder.</param>
internal sealed partial record SampleOutcome(
    int ExitCode, string Output, string Errors, IReadOnlyList<string> TemporaryFiles, IReadOnlyList<string> LeftFiles, IReadOnlyList<string> LeftProcesses)
{
    /// <summary>The lines of the output, each with single spaces: tables without their layout.</summary>
    public IReadOnlyList<string> Lines { get; } = [.. Output.Split('\n').Select(line => Spaces().Replace(line, " ").Trim())];

    /// <summary>The server ran in the sample's own temporary folder, and went with all that it had there.</summary>
    public void AssertNothingLeft()
    {
        Assert.Contains(TemporaryFiles, file => Path.GetFileName(file).StartsWith("ematix-postgres", StringComparison.Ordinal));
        Assert.Empty(LeftFiles);
        Assert.Empty(LeftProcesses);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
