using Ematix.Samples.Tests.Support;

namespace Ematix.Samples.Tests.Flights;

/// <summary>Input that can't be used: exit code 1, and a message that says which file, where, and why.</summary>
public sealed class SpoiltDataTests : IDisposable
{
    private readonly SmallData _data = new();

    [Theory]
    [InlineData("weather.csv.gz", "44.96", "warm", "weather.csv.gz, line 2: temp is 'warm', not a number.")]
    [InlineData("weather.csv.gz", "2014-01-01T07:00:30.5Z", "yesterday?", "weather.csv.gz, line 2: obs_utc is 'yesterday?', not an ISO 8601 time.")]
    [InlineData("weather.csv.gz", "SEA,", "\"SEA\",", "weather.csv.gz, line 2 has a quote")]
    [InlineData("weather.csv.gz", "SEA,", "SEA,,", "weather.csv.gz, line 2 has 11 fields, the header 10.")]
    [InlineData("weather.csv.gz", "temp", "temperature", "there is no column temp, only airport, obs_utc, temperature,")]
    [InlineData("weather.csv.gz", "2014-01-01T07", "2999-01-01T07", "\"features\".\"airport_weather_v1\"")]
    [InlineData("planes.csv.gz", ",182,", ",,", "planes.csv.gz, line 2: seats is '', not a whole number.")]
    [InlineData("flights.csv.gz", "sched_dep_utc,actual_dep_utc", "actual_dep_utc,sched_dep_utc", "flights.csv.gz starts with 'flight_id,actual_dep_utc,sched_dep_utc,")]
    [InlineData("flights.csv.gz", "N1,-3", "N1,late", "flights.csv.gz can't be loaded: invalid input syntax for type integer: \"late\" (COPY flights, line 3, column dep_delay")]
    public async Task A_spoilt_file_is_named_with_what_is_wrong(string file, string part, string by, string message)
    {
        _data.Replace(file, part, by);
        await AssertRefusedAsync(message, "--data", _data.Folder);
    }

    [Theory]
    [InlineData("flights.csv.gz")]
    [InlineData("weather.csv.gz")]
    [InlineData("planes.csv.gz")]
    public async Task A_file_that_is_missing_or_no_gzip_is_named(string file)
    {
        var path = Path.Combine(_data.Folder, file);
        await File.WriteAllTextAsync(path, "plain text");
        await AssertRefusedAsync($"{path} is no whole gzip file", "--data", _data.Folder);
        File.Delete(path);
        await AssertRefusedAsync($"{path} is missing.", "--data", _data.Folder);
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_named()
    {
        var folder = Path.Combine(_data.Folder, "nowhere");
        await AssertRefusedAsync($"The folder {folder} does not exist.", "--data", folder);
    }

    [Fact]
    public async Task A_file_that_can_not_be_written_is_named_before_anything_starts()
    {
        var path = Path.Combine(_data.Folder, "nowhere", "answers.csv");
        var outcome = await AssertRefusedAsync(path, "--data", _data.Folder, "--out", path);
        Assert.Equal("", outcome.Output);
    }

    [Fact]
    public async Task A_chart_that_can_not_be_written_is_named_before_anything_starts()
    {
        var path = Path.Combine(_data.Folder, "nowhere", "delays.png");
        var outcome = await AssertRefusedAsync($"The chart {path} can't be written", "--data", _data.Folder, "--chart", path);
        Assert.Equal("", outcome.Output);
    }

    public void Dispose() => _data.Dispose();

    private static async Task<SampleOutcome> AssertRefusedAsync(string message, params string[] arguments)
    {
        var outcome = await SampleProcess.RunAsync("FlightDelays", arguments);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(message, outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(outcome.LeftFiles);
        Assert.Empty(outcome.LeftProcesses);
        return outcome;
    }
}
