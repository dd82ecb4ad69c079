using Ematix;

namespace FlightDelays.Views;

/// <summary>The weather at an airport, observed hourly. After three hours without an observation nothing is known.</summary>
[FeatureView(Ttl = "3h", Description = "Hourly weather at the airport of departure")]
public partial class AirportWeather
{
    [EntityKey]
    public required string Airport { get; init; }

    [EventTimestamp]
    public DateTimeOffset ObsUtc { get; init; }

    [Column(Description = "Air temperature, °F")]
    public double? Temp { get; init; }

    [Column(Description = "Dew point, °F")]
    public double? Dewp { get; init; }

    [Column(Description = "Relative humidity, %")]
    public double? Humid { get; init; }

    [Column(Description = "Where the wind comes from, degrees")]
    public int? WindDir { get; init; }

    [Column(Description = "Wind, miles an hour")]
    public double? WindSpeed { get; init; }

    [Column(Description = "Precipitation, inches")]
    public double? Precip { get; init; }

    [Column(Description = "Pressure at sea level, millibars")]
    public double? Pressure { get; init; }

    [Column(Description = "Visibility, miles")]
    public double? Visib { get; init; }
}
