using Ematix.Samples.Tests.Support;

namespace Ematix.Samples.Tests.Flights;

/// <summary>The sample on four flights, with answers written by hand: fractions of seconds, exact ends, a flight without a tail number.</summary>
public sealed class SmallDataTests
{
    [Fact]
    public async Task It_answers_four_flights()
    {
        using var data = new SmallData();
        using var folder = new TestFolder();
        var outcome = await SampleProcess.RunAsync("FlightDelays", "--data", data.Folder, "--out", folder.PathOf("answers.csv"));

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        outcome.AssertNothingLeft();
        Assert.Equal(
            [
                FlightOracle.Header,
                "1,2014-01-01T07:00:30.5Z,44.96,,85.9,290,3.45234,0,,10,,,,,,,,,0001-01-01T00:00:00Z,ACME,X-1,2,182",
                "2,2014-01-01T07:00:30.5Z,44.96,,85.9,290,3.45234,0,,10,2014-01-01T10:00:30.5Z,1,1,SEA,JFK,2014-01-01T10:00:30.5Z,1,1,0001-01-01T00:00:00Z,ACME,X-1,2,182",
                "3,,,,,,,,,,,,,,,2014-01-01T11:10:00Z,2,-2,,,,,",
                "4,,,,,,,,,,,,,,,,,,,,,,",
            ],
            await File.ReadAllLinesAsync(folder.PathOf("answers.csv")));
    }

    [Fact]
    public async Task Without_a_file_for_the_answers_it_counts_them()
    {
        using var data = new SmallData();
        var outcome = await SampleProcess.RunAsync("FlightDelays", "--data", data.Folder);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Contains(outcome.Lines, line => line.StartsWith("airport_weather 4 2 50.0 % ", StringComparison.Ordinal));
        Assert.Contains("There are too few flights to train a model on.", outcome.Lines);
        Assert.Contains("--out FILE", outcome.Lines[^1], StringComparison.Ordinal);
    }
}
