using Ematix.Samples.Tests.Support;
using FlightDelays.Data;
using FlightDelays.Views;

namespace Ematix.Samples.Tests.Flights;

/// <summary>The views that the sample makes by SQL, from a few departures at awkward instants.</summary>
public sealed class DepartureProbeTests(PostgresFixture postgres)
{
    private static readonly DateTimeOffset T = new(2014, 6, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan Microsecond = TimeSpan.FromMicroseconds(1);

    [Fact]
    public async Task The_window_of_24_hours_is_open_at_its_start_and_closed_at_its_end_and_counts_all_that_tie()
    {
        await using var test = await StartAsync();
        Assert.Null(await LoadAsync(test, T - Day - Microsecond));
        Assert.Equal((1, 100), await LoadAsync(test, T - Day));
        Assert.Equal((2, 1100), await LoadAsync(test, T - Microsecond));
        Assert.Equal((3, 1023), await LoadAsync(test, T));
        Assert.Equal((3, 27), await LoadAsync(test, T + Microsecond));
    }

    [Fact]
    public async Task The_last_departure_says_how_busy_it_was_for_exactly_24_hours()
    {
        await using var test = await StartAsync();
        Assert.Equal((3, 27), await LoadAsync(test, T + Microsecond + Day));
        Assert.Null(await LoadAsync(test, T + Microsecond + Day + Microsecond));
    }

    [Fact]
    public async Task Of_two_departures_of_an_aircraft_at_one_instant_the_greatest_flight_id_stands()
    {
        await using var test = await StartAsync();
        Assert.Equal(2, (await TailLastLeg.PointInTimeAsync(test.Store, "N1", T - Microsecond))!.FlightId);
        Assert.Equal(5, (await TailLastLeg.PointInTimeAsync(test.Store, "N1", T))!.FlightId);
        Assert.Equal(6, (await TailLastLeg.PointInTimeAsync(test.Store, "N1", T + Microsecond))!.FlightId);
    }

    [Fact]
    public async Task The_same_departures_again_write_nothing()
    {
        await using var test = await StartAsync();
        var legs = await TailLastLeg.SyncAsync(test.Store, TailLastLeg.FromFlights);
        var loads = await CarrierOriginLoad.SyncAsync(test.Store, CarrierOriginLoad.FromFlights);
        Assert.Equal((0, 0, 4), (legs.Inserted, legs.Closed, legs.Unchanged));
        Assert.Equal((0, 0, 5), (loads.Inserted, loads.Closed, loads.Unchanged));
    }

    private static async Task<(long, long)?> LoadAsync(TestStore test, DateTimeOffset asOf) =>
        await CarrierOriginLoad.PointInTimeAsync(test.Store, "AS", "SEA", asOf) is { } load ? (load.Departures24h, load.DepDelaySum24h) : null;

    /// <summary>One departure 24 h before t and one a microsecond later, two at t, one a microsecond after t; another airport; and one without a tail number.</summary>
    private async Task<TestStore> StartAsync()
    {
        var test = await TestStore.CreateAsync(postgres);
        await RawFlights.CreateAsync(test.Store, CancellationToken.None);
        await test.ExecuteAsync("""
            INSERT INTO raw.flights (flight_id, sched_dep_utc, actual_dep_utc, origin, dest, carrier, flight_no, tailnum, dep_delay) VALUES
                (5, '2014-06-02 12:00Z', '2014-06-02 12:00:00.000000Z', 'SEA', 'JFK', 'AS', 1, 'N1',   20),
                (3, '2014-06-02 12:00Z', '2014-06-02 12:00:00.000000Z', 'SEA', 'BOS', 'AS', 2, 'N1',    3),
                (1, '2014-06-01 12:00Z', '2014-06-01 12:00:00.000000Z', 'SEA', 'JFK', 'AS', 1, 'N2',  100),
                (2, '2014-06-01 12:00Z', '2014-06-01 12:00:00.000001Z', 'SEA', 'JFK', 'AS', 1, 'N1', 1000),
                (6, '2014-06-02 12:00Z', '2014-06-02 12:00:00.000001Z', 'SEA', 'JFK', 'AS', 1, 'N1',    4),
                (4, '2014-06-02 12:00Z', '2014-06-02 12:00:00.000000Z', 'PDX', 'JFK', 'AS', 1, NULL,    7)
            """);
        await TailLastLeg.SyncAsync(test.Store, TailLastLeg.FromFlights);
        await CarrierOriginLoad.SyncAsync(test.Store, CarrierOriginLoad.FromFlights);
        return test;
    }
}
