using System.Diagnostics;
using Ematix;
using FlightDelays.Views;

namespace FlightDelays.Data;

/// <summary>The year's events: from files into views.</summary>
public static class FlightData
{
    /// <summary>Says what is missing before anything is started.</summary>
    /// <exception cref="DataFileException">The folder or one of its files is missing.</exception>
    public static void Check(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DataFileException($"The folder {folder} does not exist. Give --data the folder that holds flights.csv.gz, weather.csv.gz and planes.csv.gz.");
        foreach (var name in (string[])["flights.csv.gz", "weather.csv.gz", "planes.csv.gz"])
            _ = new CsvFile(folder, name);
    }

    /// <summary>Copies the flights to the database; returns how many, and how long it took.</summary>
    public static async Task<(long Rows, TimeSpan Elapsed)> CopyFlightsAsync(FeatureStore store, string folder, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await RawFlights.CreateAsync(store, cancellationToken);
        var rows = await RawFlights.LoadAsync(store, folder, cancellationToken);
        return (rows, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Loads every view: weather and planes from typed rows, the others from a query over <c>raw.flights</c>, of which no row leaves the server.</summary>
    public static async Task<IReadOnlyList<(string View, SyncResult Load)>> SyncAsync(FeatureStore store, string folder, CancellationToken cancellationToken) =>
    [
        (nameof(AirportWeather), await AirportWeather.SyncAsync(store, WeatherFile.Read(folder), cancellationToken: cancellationToken)),
        (nameof(TailLastLeg), await TailLastLeg.SyncAsync(store, TailLastLeg.FromFlights, cancellationToken: cancellationToken)),
        (nameof(CarrierOriginLoad), await CarrierOriginLoad.SyncAsync(store, CarrierOriginLoad.FromFlights, cancellationToken: cancellationToken)),
        (nameof(Plane), await Plane.SyncAsync(store, PlanesFile.Read(folder), cancellationToken: cancellationToken)),
    ];
}
