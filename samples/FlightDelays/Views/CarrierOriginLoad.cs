using Ematix;

namespace FlightDelays.Views;

/// <summary>How busy, and how late, a carrier was at an airport over the last day.</summary>
[FeatureView(Ttl = "24h", Description = "Departures of a carrier at an airport over 24 hours")]
public partial class CarrierOriginLoad
{
    [EntityKey]
    public required string Carrier { get; init; }

    [EntityKey]
    public required string Origin { get; init; }

    [EventTimestamp]
    public DateTimeOffset ActualDepUtc { get; init; }

    [Column("departures_24h")]
    public long Departures24h { get; init; }

    [Column("dep_delay_sum_24h", Description = "Minutes; negative = early")]
    public long DepDelaySum24h { get; init; }

    /// <summary>
    /// Every departure at t says what happened in (t - 24 h, t]. The window is open at its start: instants are whole microseconds,
    /// so it reaches back to one microsecond after t - 24 h.
    /// </summary>
    public static Source FromFlights { get; } = Source.Sql("""
        SELECT carrier, origin, actual_dep_utc,
               count(*)       OVER last_24h AS departures_24h,
               sum(dep_delay) OVER last_24h AS dep_delay_sum_24h
        FROM raw.flights
        WINDOW last_24h AS (
            PARTITION BY carrier, origin
            ORDER BY actual_dep_utc RANGE BETWEEN '23:59:59.999999' PRECEDING AND CURRENT ROW)
        ORDER BY flight_id
        """);
}
