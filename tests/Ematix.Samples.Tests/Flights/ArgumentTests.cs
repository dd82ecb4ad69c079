using Ematix.Samples.Tests.Support;

namespace Ematix.Samples.Tests.Flights;

/// <summary>The command line of the sample.</summary>
public sealed class ArgumentTests
{
    [Theory]
    [InlineData("--data is missing.")]
    [InlineData("--data is missing.", "--out", "answers.csv")]
    [InlineData("--data has no value.", "--data")]
    [InlineData("--data has no value.", "--data", "--out", "answers.csv")]
    [InlineData("--out has no value.", "--data", "folder", "--out")]
    [InlineData("--chart has no value.", "--data", "folder", "--chart")]
    [InlineData("--data is given twice.", "--data", "folder", "--data", "folder")]
    [InlineData("'--date' is no option.", "--date", "folder")]
    [InlineData("'folder' is no option.", "folder")]
    public async Task What_can_not_be_understood_ends_with_2_and_says_how_to_write_it(string message, params string[] arguments)
    {
        var outcome = await SampleProcess.RunAsync("FlightDelays", arguments);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith(message, outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("Usage: FlightDelays --data FOLDER [--out FILE] [--chart FILE]", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_no_error()
    {
        var outcome = await SampleProcess.RunAsync("FlightDelays", "--help");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.StartsWith("Usage: FlightDelays --data FOLDER [--out FILE] [--chart FILE]", outcome.Output, StringComparison.Ordinal);
    }
}
