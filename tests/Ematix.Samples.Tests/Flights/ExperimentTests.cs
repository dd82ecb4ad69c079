using FlightDelays.Training;

namespace Ematix.Samples.Tests.Flights;

/// <summary>The sample's experiment on made-up flights, of which it is known what can be known about them.</summary>
public sealed class ExperimentTests
{
    [Fact]
    public void A_leak_shows_as_a_model_that_is_too_good_and_fails_in_production()
    {
        var experiment = Experiment.Run(Flights(4_000))!;

        Assert.Equal(4_000, experiment.TrainedOn + experiment.JudgedOn);
        Assert.InRange(experiment.PointInTime, 0.75, 0.9);
        Assert.InRange(experiment.Leaking, 0.99, 1);
        Assert.InRange(experiment.LeakingInProduction, 0.3, experiment.PointInTime - 0.1);
        Assert.Equal("mean_delay_24h", experiment.Gains[0].Feature);
        Assert.Equal(FlightFeatures.Names.Count, experiment.Gains.Count);
    }

    [Fact]
    public void The_same_flights_give_the_same_figures()
    {
        var (first, second) = (Experiment.Run(Flights(2_500))!, Experiment.Run(Flights(2_500))!);
        Assert.Equal((first.PointInTime, first.Leaking, first.LeakingInProduction), (second.PointInTime, second.Leaking, second.LeakingInProduction));
    }

    [Fact]
    public void Too_few_flights_of_a_kind_train_nothing() => Assert.Null(Experiment.Run(Flights(150)));

    [Fact]
    public void The_chart_s_rates_are_shares_of_late_flights_in_tenths_and_leave_the_unknown_out()
    {
        var feature = FlightFeatures.Names.ToList().IndexOf("temp");
        var flights = Enumerable.Range(0, 100).Select(i => Flight(i, late: i >= 95, (feature, i))).Append(Flight(100, late: true, (feature, float.NaN)));

        var rates = DelayChart.Rates(flights, "temp");
        Assert.Equal(10, rates.Count);
        Assert.Equal(new DelayRate(0, 9, 0), rates[0]);
        Assert.Equal(new DelayRate(90, 99, 0.5), rates[^1]);
    }

    /// <summary>Of ten late flights about seven follow a bad day; the leak says of every flight how it ended.</summary>
    private static TrainingFlights Flights(int count)
    {
        var random = new Random(7);
        var (mean, last) = (FlightFeatures.Names.ToList().IndexOf("mean_delay_24h"), FlightFeatures.Names.ToList().IndexOf("last_dep_delay"));
        List<FlightExample> known = [], leaking = [];
        for (var i = 0; i < count; i++)
        {
            var badDay = random.NextSingle() < 0.3f;
            var late = random.NextSingle() < (badDay ? 0.7f : 0.1f);
            (float Delay, float Noise) numbers = ((badDay ? 20 : 0) + random.NextSingle(), random.NextSingle());
            known.Add(Flight(i, late, (mean, numbers.Delay), (last, numbers.Noise)));
            leaking.Add(Flight(i, late, (mean, numbers.Delay), (last, late ? 30 + numbers.Noise : numbers.Noise)));
        }

        return new(known, leaking);
    }

    private static FlightExample Flight(int id, bool late, params (int Feature, float Value)[] values)
    {
        var features = new float[FlightFeatures.Names.Count];
        foreach (var (feature, value) in values)
            features[feature] = value;
        return new() { FlightId = id, AsOf = new DateTimeOffset(2014, (id % 12) + 1, 5, 0, 0, 0, TimeSpan.Zero), Label = late, Features = features };
    }
}
