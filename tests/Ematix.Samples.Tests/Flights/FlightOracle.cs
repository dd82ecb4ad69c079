using System.Globalization;

namespace Ematix.Samples.Tests.Flights;

/// <summary>The answers, worked out from the files by the rules of the sample's views: no SQL, no product, values as the files write them.</summary>
internal sealed class FlightOracle
{
    public const string Header =
        "flight_id,airport_weather__obs_utc,airport_weather__temp,airport_weather__dewp,airport_weather__humid,airport_weather__wind_dir,"
        + "airport_weather__wind_speed,airport_weather__precip,airport_weather__pressure,airport_weather__visib,"
        + "tail_last_leg__actual_dep_utc,tail_last_leg__flight_id,tail_last_leg__dep_delay,tail_last_leg__origin,tail_last_leg__dest,"
        + "carrier_origin_load__actual_dep_utc,carrier_origin_load__departures_24h,carrier_origin_load__dep_delay_sum_24h,"
        + "plane__built_utc,plane__manufacturer,plane__model,plane__engines,plane__seats";

    private static readonly string[] WeatherColumns = ["obs_utc", "temp", "dewp", "humid", "wind_dir", "wind_speed", "precip", "pressure", "visib"];
    private static readonly string[] LegColumns = ["actual_dep_utc", "flight_id", "dep_delay", "origin", "dest"];
    private static readonly string[] PlaneColumns = ["manufacturer", "model", "engines", "seats"];
    private static readonly TimeSpan WeatherTtl = TimeSpan.FromHours(3);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly Dictionary<string, EventList> _weather;
    private readonly Dictionary<string, EventList> _legs;
    private readonly Dictionary<(string Carrier, string Origin), EventList> _loads;
    private readonly Dictionary<string, Dictionary<string, string>> _planes;

    public FlightOracle()
    {
        Flights = [.. FlightFiles.Read("flights.csv.gz").OrderBy(flight => int.Parse(flight["flight_id"], CultureInfo.InvariantCulture))];
        _weather = ByKey(FlightFiles.Read("weather.csv.gz"), row => row["airport"], "obs_utc");
        _legs = ByKey(Flights.Where(flight => flight["tailnum"].Length > 0), flight => flight["tailnum"], "actual_dep_utc");
        _loads = ByKey(Flights, flight => (flight["carrier"], flight["origin"]), "actual_dep_utc");
        _planes = FlightFiles.Read("planes.csv.gz").ToDictionary(plane => plane["tailnum"]);
    }

    /// <summary>All flights in the order of their ids.</summary>
    public IReadOnlyList<Dictionary<string, string>> Flights { get; }

    /// <summary>How often each case that is easy to get wrong came up in the answers given so far.</summary>
    public FlightCases Cases { get; } = new();

    /// <summary>The line that the sample should have written for a flight.</summary>
    public string Answer(Dictionary<string, string> flight)
    {
        var asOf = Instant(flight["sched_dep_utc"]) - TimeSpan.FromMinutes(60);
        return string.Join(',', [flight["flight_id"], .. Weather(flight, asOf), .. Leg(flight, asOf), .. Load(flight, asOf), .. Plane(flight, asOf)]);
    }

    private IEnumerable<string> Weather(Dictionary<string, string> flight, DateTime asOf)
    {
        var events = _weather[flight["origin"]];
        var seen = events.Find(asOf, WeatherTtl);
        Cases.WeatherAtAsOf += Count(seen?.At == asOf);
        Cases.WeatherAtTtl += Count(seen?.At == asOf - WeatherTtl);
        Cases.WeatherTooOld += Count(seen is null && events.Newest(asOf) is not null);
        return Columns(seen?.Line, WeatherColumns);
    }

    private IEnumerable<string> Leg(Dictionary<string, string> flight, DateTime asOf)
    {
        var seen = _legs.GetValueOrDefault(flight["tailnum"])?.Newest(asOf);
        Cases.LegAtAsOf += Count(seen?.At == asOf);
        Cases.NoLeg += Count(seen is null);
        return Columns(seen?.Line, LegColumns);
    }

    private string[] Load(Dictionary<string, string> flight, DateTime asOf)
    {
        var events = _loads[(flight["carrier"], flight["origin"])];
        if (events.Find(asOf, Day) is not { } seen)
            return ["", "", ""];
        var window = events.Window(seen.At, Day).ToArray();
        Cases.LoadAtAsOf += Count(seen.At == asOf);
        Cases.LoadTied += Count(window.Count(e => e.At == seen.At) > 1);
        Cases.LoadWindowLeavesOutItsStart += Count(events.HasAt(seen.At - Day));
        return [seen.Line["actual_dep_utc"], Text(window.Length), Text(window.Sum(e => int.Parse(e.Line["dep_delay"], CultureInfo.InvariantCulture)))];
    }

    private IEnumerable<string> Plane(Dictionary<string, string> flight, DateTime asOf)
    {
        var plane = _planes.GetValueOrDefault(flight["tailnum"]);
        var year = plane?["year"] is { Length: > 0 } and not "0" ? int.Parse(plane["year"], CultureInfo.InvariantCulture) : 1;
        if (plane is null || new DateTime(year, 1, 1) > asOf)
        {
            Cases.NoPlane++;
            return Columns(null, [.. PlaneColumns, "built"]);
        }

        Cases.PlaneWithoutYear += Count(year == 1);
        return [string.Create(CultureInfo.InvariantCulture, $"{year:0000}-01-01T00:00:00Z"), .. Columns(plane, PlaneColumns)];
    }

    private static Dictionary<TKey, EventList> ByKey<TKey>(IEnumerable<Dictionary<string, string>> rows, Func<Dictionary<string, string>, TKey> key, string time)
        where TKey : notnull =>
        rows.GroupBy(key).ToDictionary(group => group.Key, group => new EventList(group.Select(row => new Event(Instant(row[time]), row))));

    private static IEnumerable<string> Columns(IReadOnlyDictionary<string, string>? line, IEnumerable<string> names) => names.Select(name => line?[name] ?? "");

    private static DateTime Instant(string text) =>
        DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Count(bool isCase) => isCase ? 1 : 0;
}
