using Ematix;

namespace FlightDelays.Views;

/// <summary>What the register says of an aircraft, from the year in which it was built.</summary>
[FeatureView(Description = "The aircraft, from the register")]
public partial class Plane
{
    [EntityKey]
    public required string Tailnum { get; init; }

    [EventTimestamp]
    public DateTimeOffset BuiltUtc { get; init; }

    public required string Manufacturer { get; init; }

    public required string Model { get; init; }

    public int Engines { get; init; }

    public int Seats { get; init; }
}
