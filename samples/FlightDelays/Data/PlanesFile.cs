using FlightDelays.Views;

namespace FlightDelays.Data;

/// <summary>planes.csv.gz as rows of <see cref="Plane"/>.</summary>
public static class PlanesFile
{
    public static IEnumerable<Plane> Read(string folder) =>
        new CsvFile(folder, "planes.csv.gz").Rows().Select(row => new Plane
        {
            Tailnum = row.Text("tailnum"),
            BuiltUtc = StartOf(row.Int32OrNull("year")),
            Manufacturer = row.Text("manufacturer"),
            Model = row.Text("model"),
            Engines = row.Int32("engines"),
            Seats = row.Int32("seats"),
        });

    /// <summary>Where the register has no year, or the year 0, the aircraft has been there since the beginning of time.</summary>
    private static DateTimeOffset StartOf(int? year) => new(year is >= 1 and <= 9999 ? year.Value : 1, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
