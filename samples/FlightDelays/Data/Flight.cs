namespace FlightDelays.Data;

/// <summary>A flight that is asked about.</summary>
public sealed record Flight(int FlightId, DateTimeOffset ScheduledDeparture, string Origin, string Carrier, string? Tailnum)
{
    /// <summary>When the prediction is made: all that was known by then may be used, and nothing else.</summary>
    public DateTimeOffset AsOf => ScheduledDeparture.AddMinutes(-60);
}
