using System.Buffers.Binary;
using System.Globalization;

namespace Ematix.Samples.Tests.Flights;

/// <summary>The sample on a year of real flights, against answers worked out without SQL and without the product.</summary>
public sealed class AnswerTests(FlightDelaysRun run) : IClassFixture<FlightDelaysRun>
{
    [Fact]
    public void It_ends_well_and_leaves_no_server_and_no_file()
    {
        FlightFiles.SkipIfAbsent();
        Assert.Equal((0, ""), (run.Outcome.ExitCode, run.Outcome.Errors));
        run.Outcome.AssertNothingLeft();
    }

    [Fact]
    public void Every_column_of_every_flight_is_what_the_files_say_was_known()
    {
        FlightFiles.SkipIfAbsent();
        var oracle = new FlightOracle();
        string[] expected = [FlightOracle.Header, .. oracle.Flights.Select(oracle.Answer)];

        Assert.Equal(161_193, expected.Length);
        Assert.Equal(expected.Length, run.Answers.Count);
        var differences = expected.Zip(run.Answers).Where(pair => pair.First != pair.Second).Select(pair => $"expected {pair.First}\nanswered {pair.Second}").ToArray();
        Assert.True(differences.Length == 0, $"{differences.Length} lines differ:\n{string.Join('\n', differences.Take(5))}");
        AssertCasesMet(oracle.Cases);
    }

    [Fact]
    public void The_answers_are_utf8_lines_that_end_with_a_line_feed()
    {
        FlightFiles.SkipIfAbsent();
        Assert.Equal(((byte)'f', (byte)'\n', false), run.Form);
    }

    [Fact]
    public void It_prints_what_it_loaded_and_what_it_could_not_answer()
    {
        FlightFiles.SkipIfAbsent();
        var lines = run.Outcome.Lines;
        Assert.Contains(lines, line => line.StartsWith("raw.flights: 161,192 rows copied in ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("AirportWeather 17,426 0 17,426 ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("TailLastLeg 161,192 0 161,192 ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("CarrierOriginLoad 161,192 4,452 156,740 ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Plane 2,628 0 2,628 ", StringComparison.Ordinal));
        foreach (var (view, column) in (ReadOnlySpan<(string, int)>)[("airport_weather", 1), ("tail_last_leg", 10), ("carrier_origin_load", 15), ("plane", 18)])
        {
            var unknown = run.Answers.Skip(1).Count(answer => answer.Split(',')[column].Length == 0);
            Assert.True(unknown > 0);
            Assert.Contains(lines, line => line.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{view} 161,192 {unknown:N0} "), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void It_shows_that_a_join_that_leaks_looks_better_and_is_worth_less()
    {
        FlightFiles.SkipIfAbsent();
        Assert.Contains(run.Outcome.Lines, line => line.StartsWith("training set: 161,192 flights in one call, ", StringComparison.Ordinal));
        Assert.Contains("Trained on 122,554 flights until September, judged on the 38,638 since October:", run.Outcome.Lines);
        var (pointInTime, leaking, inProduction) = (
            Area("as of an hour before departure"), Area("the day's totals, joined by key and date"), Area("the same, with what is known an hour before"));

        Assert.InRange(pointInTime, 0.71, 0.76);
        Assert.InRange(leaking, 0.95, 1);
        Assert.InRange(inProduction, 0.5, pointInTime - 0.1);
    }

    [Fact]
    public void It_draws_the_chart_as_a_png()
    {
        FlightFiles.SkipIfAbsent();
        Assert.True(run.Chart.Length > 5_000, $"{run.Chart.Length} bytes");
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], run.Chart[..4]);
        Assert.Equal((1000, 600), (BinaryPrimitives.ReadInt32BigEndian(run.Chart.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(run.Chart.AsSpan(20))));
    }

    private double Area(string model) => double.Parse(
        Assert.Single(run.Outcome.Lines, line => line.StartsWith(model, StringComparison.Ordinal)).Split(' ')[^1], CultureInfo.InvariantCulture);

    /// <summary>A departure exactly 24 h old, and tied departures of one aircraft, are not in the data: the probes have them.</summary>
    private static void AssertCasesMet(FlightCases cases)
    {
        Assert.True(cases.WeatherAtAsOf > 0, nameof(cases.WeatherAtAsOf));
        Assert.True(cases.WeatherAtTtl > 0, nameof(cases.WeatherAtTtl));
        Assert.True(cases.WeatherTooOld > 0, nameof(cases.WeatherTooOld));
        Assert.True(cases.LegAtAsOf > 0, nameof(cases.LegAtAsOf));
        Assert.True(cases.NoLeg > 0, nameof(cases.NoLeg));
        Assert.True(cases.LoadAtAsOf > 0, nameof(cases.LoadAtAsOf));
        Assert.True(cases.LoadTied > 0, nameof(cases.LoadTied));
        Assert.True(cases.LoadWindowLeavesOutItsStart > 0, nameof(cases.LoadWindowLeavesOutItsStart));
        Assert.True(cases.NoPlane > 0, nameof(cases.NoPlane));
        Assert.True(cases.PlaneWithoutYear > 0, nameof(cases.PlaneWithoutYear));
    }
}
