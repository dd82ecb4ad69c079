using Ematix;

namespace FlightDelays.Training;

/// <summary>
/// The mistake: what happened on a flight's whole day, as a table with a row a day holds it, joined by key and date. It has the delays of flights
/// that leave later that day, and the flight's own.
/// </summary>
/// <param name="Departures">Departures of the carrier from the airport that day.</param>
/// <param name="DelaySum">Their delay, minutes.</param>
/// <param name="TailDelay">The mean delay of the aircraft's departures that day, minutes; null where the aircraft is not known.</param>
public sealed record DayTotals(long Departures, long DelaySum, double? TailDelay)
{
    /// <summary>The totals of every flight's day, in local time, by flight_id.</summary>
    public static async Task<IReadOnlyDictionary<int, DayTotals>> ReadAsync(FeatureStore store, CancellationToken cancellationToken)
    {
        await using var command = store.DataSource.CreateCommand("""
            SELECT flight_id, count(*) OVER carrier_day, sum(dep_delay) OVER carrier_day,
                   CASE WHEN tailnum IS NOT NULL THEN (avg(dep_delay) OVER tail_day)::double precision END
            FROM (SELECT *, (sched_dep_utc AT TIME ZONE 'America/Los_Angeles')::date AS day FROM raw.flights) AS f
            WINDOW carrier_day AS (PARTITION BY carrier, origin, day), tail_day AS (PARTITION BY tailnum, day)
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var totals = new Dictionary<int, DayTotals>();
        while (await reader.ReadAsync(cancellationToken))
            totals.Add(reader.GetInt32(0), new(reader.GetInt64(1), reader.GetInt64(2), reader.IsDBNull(3) ? null : reader.GetDouble(3)));
        return totals;
    }

    /// <summary>The number that stands for a column of the training set; null where the mistake leaves it as it is.</summary>
    public float? InPlaceOf(string column) => column switch
    {
        "departures_24h" => Departures,
        "dep_delay_sum_24h" => DelaySum,
        "last_dep_delay" => (float)(TailDelay ?? double.NaN),
        _ => null,
    };
}
