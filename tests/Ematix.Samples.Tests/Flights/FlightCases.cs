namespace Ematix.Samples.Tests.Flights;

/// <summary>How often the data has each case that is easy to get wrong. A comparison that meets none of them would show little.</summary>
internal sealed class FlightCases
{
    /// <summary>An observation exactly at the as-of: seen.</summary>
    public int WeatherAtAsOf { get; set; }

    /// <summary>An observation exactly at the as-of less the time to live: seen.</summary>
    public int WeatherAtTtl { get; set; }

    /// <summary>An older one: not seen.</summary>
    public int WeatherTooOld { get; set; }

    /// <summary>A departure exactly at the as-of: seen.</summary>
    public int LegAtAsOf { get; set; }

    /// <summary>No departure before.</summary>
    public int NoLeg { get; set; }

    /// <summary>A carrier's departure exactly at the as-of: seen.</summary>
    public int LoadAtAsOf { get; set; }

    /// <summary>Several departures of a carrier at the instant that is seen.</summary>
    public int LoadTied { get; set; }

    /// <summary>A departure exactly 24 h before the instant that is seen: not counted.</summary>
    public int LoadWindowLeavesOutItsStart { get; set; }

    /// <summary>An aircraft that the register does not know.</summary>
    public int NoPlane { get; set; }

    /// <summary>An aircraft without a usable year: there from the beginning of time.</summary>
    public int PlaneWithoutYear { get; set; }
}
