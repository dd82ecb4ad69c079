using FlightDelays.Views;

namespace FlightDelays.Data;

/// <summary>weather.csv.gz as rows of <see cref="AirportWeather"/>, dirt included: a feature store keeps what was observed.</summary>
public static class WeatherFile
{
    public static IEnumerable<AirportWeather> Read(string folder) =>
        new CsvFile(folder, "weather.csv.gz").Rows().Select(row => new AirportWeather
        {
            Airport = row.Text("airport"),
            ObsUtc = row.Instant("obs_utc"),
            Temp = row.DoubleOrNull("temp"),
            Dewp = row.DoubleOrNull("dewp"),
            Humid = row.DoubleOrNull("humid"),
            WindDir = row.Int32OrNull("wind_dir"),
            WindSpeed = row.DoubleOrNull("wind_speed"),
            Precip = row.DoubleOrNull("precip"),
            Pressure = row.DoubleOrNull("pressure"),
            Visib = row.DoubleOrNull("visib"),
        });
}
