using Ematix;

namespace FlightDelays.Views;

/// <summary>The last departure of an aircraft: a plane that left late arrives late, and leaves late again.</summary>
[FeatureView(Description = "The aircraft's last departure")]
public partial class TailLastLeg
{
    [EntityKey]
    public required string Tailnum { get; init; }

    [EventTimestamp]
    public DateTimeOffset ActualDepUtc { get; init; }

    public int FlightId { get; init; }

    [Column(Description = "Minutes; negative = early")]
    public int DepDelay { get; init; }

    public required string Origin { get; init; }

    public required string Dest { get; init; }

    /// <summary>Of two departures at one instant the one that comes last counts: the greatest flight_id.</summary>
    public static Source FromFlights { get; } = Source.Sql("""
        SELECT tailnum, actual_dep_utc, flight_id, dep_delay, origin, dest
        FROM raw.flights
        WHERE tailnum IS NOT NULL
        ORDER BY flight_id
        """);
}
