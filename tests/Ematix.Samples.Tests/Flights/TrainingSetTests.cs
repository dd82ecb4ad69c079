using Apache.Arrow;
using Ematix.Samples.Tests.Support;
using FlightDelays.Answers;
using FlightDelays.Data;
using FlightDelays.Views;

namespace Ematix.Samples.Tests.Flights;

/// <summary>The sample's feature service: the training set of a year of flights in one call, and of four flights as typed rows.</summary>
public sealed class TrainingSetTests(PostgresFixture postgres)
{
    /// <summary>What the spine has of its own, before the features.</summary>
    private const int SpineColumns = 7;

    [Fact]
    public async Task Every_feature_of_every_flight_is_what_the_files_say_was_known_and_nothing_is_later_than_the_as_of()
    {
        FlightFiles.SkipIfAbsent();
        await using var test = await LoadedAsync(FlightFiles.Folder);
        var oracle = new FlightOracle();
        var (row, later, differences) = (0, 0, new List<string>());
        await foreach (var batch in FlightModel.HistoricalFeaturesAsync(test.Store, FlightModel.Flights))
        {
            using (batch)
            {
                for (var i = 0; i < batch.Length; i++, row++)
                {
                    var flight = oracle.Flights[row];
                    var features = batch.Arrays.Skip(SpineColumns).Select(column => Value(column, i)).ToArray();
                    var (expected, line) = (oracle.Answer(flight), string.Join(',', features.Prepend(flight["flight_id"]).Select(CsvText.Of)));
                    if (expected != line)
                        differences.Add($"expected {expected}\nread     {line}");
                    var asOf = (DateTimeOffset)Value(batch.Column("as_of"), i)!;
                    later += features.OfType<DateTimeOffset>().Count(instant => instant > asOf);
                }
            }
        }

        Assert.Equal(161_192, row);
        Assert.True(differences.Count == 0, $"{differences.Count} rows differ:\n{string.Join('\n', differences.Take(5))}");
        Assert.Equal(0, later);
    }

    [Fact]
    public async Task A_typed_row_holds_what_was_known_an_hour_before_and_later_departures_change_nothing_in_it()
    {
        using var data = new SmallData();
        await using var test = await LoadedAsync(data.Folder);
        FlightModel.SpineRow[] spine =
        [
            new() { FlightId = 2, Origin = "SEA", Carrier = "AS", Tailnum = "N1", AsOf = new(2014, 1, 1, 10, 0, 30, 500, TimeSpan.Zero), IsLate = false },
            new() { FlightId = 3, Origin = "SEA", Carrier = "AS", Tailnum = null, AsOf = new(2014, 1, 1, 11, 10, 0, TimeSpan.Zero), IsLate = true },
        ];
        var before = await RowsAsync(test, spine);
        Assert.Equal(["2 False: 44.96 1 1 ACME", "3 True: - - 2 -"], before);

        await test.ExecuteAsync("""
            INSERT INTO raw.flights (flight_id, sched_dep_utc, actual_dep_utc, origin, dest, carrier, flight_no, tailnum, dep_delay)
            VALUES (5, '2014-01-01 11:00Z', '2014-01-01 11:10:00.000001Z', 'SEA', 'JFK', 'AS', 1, 'N1', 999)
            """);
        await TailLastLeg.SyncAsync(test.Store, TailLastLeg.FromFlights, new() { LateArrivals = LateArrivals.Insert });
        await CarrierOriginLoad.SyncAsync(test.Store, CarrierOriginLoad.FromFlights, new() { LateArrivals = LateArrivals.Insert });
        Assert.Equal(before, await RowsAsync(test, spine));
    }

    private static async Task<List<string>> RowsAsync(TestStore test, FlightModel.SpineRow[] spine)
    {
        List<string> rows = [];
        await foreach (var row in FlightModel.HistoricalRowsAsync(test.Store, spine))
            rows.Add($"{row.FlightId} {row.IsLate}: {Text(row.Weather?.Temp)} {Text(row.LastLeg?.DepDelay)} {Text(row.Load?.Departures24h)} {Text(row.Plane?.Manufacturer)}");
        return rows;
    }

    private static string Text(object? value) => value is null ? "-" : CsvText.Of(value);

    private static object? Value(IArrowArray column, int row) => column.IsNull(row) ? null : column switch
    {
        Int32Array array => array.GetValue(row),
        Int64Array array => array.GetValue(row),
        DoubleArray array => array.GetValue(row),
        StringArray array => array.GetString(row),
        TimestampArray array => array.GetTimestamp(row),
        _ => throw new NotSupportedException(column.GetType().Name),
    };

    private async Task<TestStore> LoadedAsync(string folder)
    {
        var test = await TestStore.CreateAsync(postgres);
        await FlightData.CopyFlightsAsync(test.Store, folder, CancellationToken.None);
        await FlightData.SyncAsync(test.Store, folder, CancellationToken.None);
        return test;
    }
}
