using Ematix;

namespace FlightDelays.Views;

/// <summary>What a model of delays is trained on: the four views, as they were an hour before each flight's departure.</summary>
[FeatureService]
public partial class FlightModel
{
    [Join("origin")]
    public AirportWeather? Weather { get; init; }

    [Join(Prefix = "last_")]
    public TailLastLeg? LastLeg { get; init; }

    public CarrierOriginLoad? Load { get; init; }

    public Plane? Plane { get; init; }

    [SpineColumn]
    public int FlightId { get; init; }

    [SpineColumn]
    public int? Distance { get; init; }

    /// <summary>The label: whether the flight left more than 15 minutes late.</summary>
    [SpineColumn]
    public bool? IsLate { get; init; }

    /// <summary>All flights of the year, each as of an hour before it should leave: what is known later must not be seen.</summary>
    public static Spine Flights { get; } = Spine.Sql(
        """
        SELECT flight_id, sched_dep_utc - interval '60 minutes' AS as_of, origin, carrier, tailnum, distance, dep_delay > 15 AS is_late
        FROM raw.flights
        ORDER BY flight_id
        """,
        asOf: "as_of");
}
