namespace FlightDelays.Training;

/// <summary>Two models, trained on the first nine months and judged on the rest.</summary>
/// <param name="TrainedOn">How many flights they learned from.</param>
/// <param name="JudgedOn">How many they were judged on.</param>
/// <param name="PointInTime">The area under the curve of the model with what was known an hour before.</param>
/// <param name="Leaking">That of the model with the day's totals, judged with the day's totals: what a notebook would report.</param>
/// <param name="LeakingInProduction">That of the same model with what is known when it must predict.</param>
/// <param name="Gains">What the features contributed to the first model, the strongest first; the strongest has 1.</param>
public sealed record Experiment(
    int TrainedOn, int JudgedOn, double PointInTime, double Leaking, double LeakingInProduction, IReadOnlyList<(string Feature, double Gain)> Gains)
{
    private const int EnoughOfEach = 100;

    private static readonly DateTimeOffset October = new(2014, 10, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Trains and judges; null where there are too few flights of either kind in either part.</summary>
    public static Experiment? Run(TrainingFlights flights)
    {
        var (train, judge) = (Before(flights.PointInTime), Since(flights.PointInTime));
        if (!IsEnough(train) || !IsEnough(judge))
            return null;
        var model = DelayModel.Train(train);
        var leaking = DelayModel.Train(Before(flights.Leaking));
        return new(
            train.Length, judge.Length, model.AreaUnderCurve(judge), leaking.AreaUnderCurve(Since(flights.Leaking)), leaking.AreaUnderCurve(judge), model.Gains());
    }

    private static FlightExample[] Before(IEnumerable<FlightExample> flights) => [.. flights.Where(flight => flight.AsOf < October)];

    private static FlightExample[] Since(IEnumerable<FlightExample> flights) => [.. flights.Where(flight => flight.AsOf >= October)];

    private static bool IsEnough(FlightExample[] flights) =>
        flights.Count(flight => flight.Label) >= EnoughOfEach && flights.Count(flight => !flight.Label) >= EnoughOfEach;
}
