namespace FlightDelays.Training;

/// <summary>The numbers that a model sees of a flight: the columns of the training set, and a few that follow from them.</summary>
public static class FlightFeatures
{
    /// <summary>Columns of the training set that are taken as they are.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "temp", "dewp", "humid", "wind_dir", "wind_speed", "precip", "pressure", "visib",
        "departures_24h", "last_dep_delay", "engines", "seats", "distance",
    ];

    private static readonly string[] Carriers = ["AA", "AS", "B6", "DL", "F9", "HA", "OO", "UA", "US", "VX", "WN"];

    /// <summary>What follows from the training set's columns.</summary>
    private static readonly string[] Derived = ["mean_delay_24h", "minutes_since_last_leg", "plane_age", "hour", "weekday", "from_portland"];

    /// <summary>All of them, in the order of a vector.</summary>
    public static readonly IReadOnlyList<string> Names = [.. Columns, .. Derived, .. Carriers.Select(carrier => "carrier_" + carrier)];

    /// <summary>What the timetable says, too: the others come from feature views.</summary>
    public static bool IsFromTimetable(string feature) =>
        feature is "hour" or "weekday" or "distance" or "from_portland" || feature.StartsWith("carrier_", StringComparison.Ordinal);

    /// <summary>Makes a flight's vector.</summary>
    /// <param name="number">A column's value; NaN where it is NULL.</param>
    /// <param name="instant">A column's instant, or null.</param>
    /// <param name="asOf">When the prediction is made.</param>
    /// <param name="origin">The airport.</param>
    /// <param name="carrier">The carrier.</param>
    public static float[] Vector(Func<string, float> number, Func<string, DateTimeOffset?> instant, DateTimeOffset asOf, string origin, string carrier)
    {
        var departure = asOf.AddMinutes(60).ToOffset(TimeSpan.FromHours(-8));
        return
        [
            .. Columns.Select(number),
            number("dep_delay_sum_24h") / number("departures_24h"),
            (float)((asOf - instant("last_actual_dep_utc"))?.TotalMinutes ?? double.NaN),
            instant("built_utc") is { Year: > 1 } built ? departure.Year - built.Year : float.NaN,
            departure.Hour,
            (float)departure.DayOfWeek,
            origin == "PDX" ? 1 : 0,
            .. Carriers.Select(each => each == carrier ? 1f : 0f),
        ];
    }
}
