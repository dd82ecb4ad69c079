using Ematix;
using FlightDelays.Views;

namespace FlightDelays.Training;

/// <summary>All flights as examples, in flight_id order: with what was known an hour before, and with the day's totals in its place.</summary>
/// <param name="PointInTime">Each flight with the features as of its own time.</param>
/// <param name="Leaking">The same flights with <see cref="DayTotals"/>.</param>
public sealed record TrainingFlights(IReadOnlyList<FlightExample> PointInTime, IReadOnlyList<FlightExample> Leaking)
{
    /// <summary>Reads the training set of all flights in one call, as Arrow.</summary>
    public static async Task<TrainingFlights> ReadAsync(FeatureStore store, IProgress<HistoricalProgress>? progress, CancellationToken cancellationToken)
    {
        var days = await DayTotals.ReadAsync(store, cancellationToken);
        List<FlightExample> pointInTime = [], leaking = [];
        await foreach (var batch in FlightModel.HistoricalFeaturesAsync(store, FlightModel.Flights, new() { Progress = progress }, cancellationToken))
        {
            using (batch)
            {
                var columns = new BatchColumns(batch);
                for (var row = 0; row < batch.Length; row++)
                {
                    var (flight, day) = (row, days[(int)columns.Number("flight_id", row)]);
                    pointInTime.Add(Example(columns, flight, column => columns.Number(column, flight)));
                    leaking.Add(Example(columns, flight, column => day.InPlaceOf(column) ?? columns.Number(column, flight)));
                }
            }
        }

        return new(pointInTime, leaking);
    }

    private static FlightExample Example(BatchColumns columns, int row, Func<string, float> number)
    {
        var asOf = columns.Instant("as_of", row)!.Value;
        return new()
        {
            FlightId = (int)columns.Number("flight_id", row),
            AsOf = asOf,
            Label = columns.Flag("is_late", row),
            Features = FlightFeatures.Vector(number, column => columns.Instant(column, row), asOf, columns.Text("origin", row), columns.Text("carrier", row)),
        };
    }
}
