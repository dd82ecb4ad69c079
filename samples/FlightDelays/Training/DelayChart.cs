using System.Globalization;
using ScottPlot;

namespace FlightDelays.Training;

/// <summary>How often flights are late, by tenths of a feature: a picture of what the model found.</summary>
public static class DelayChart
{
    private const int Parts = 10;

    /// <summary>Says that the file can't be written before anything is started.</summary>
    /// <exception cref="DirectoryNotFoundException">Its folder does not exist.</exception>
    public static void Check(string? path)
    {
        if (path is not null && Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
            throw new DirectoryNotFoundException($"The chart {path} can't be written: there is no folder {folder}.");
    }

    /// <summary>The share of late flights in each tenth of the feature's values, the lowest first; flights of which it is not known are left out.</summary>
    public static IReadOnlyList<DelayRate> Rates(IEnumerable<FlightExample> flights, string name)
    {
        var feature = FlightFeatures.Names.ToList().IndexOf(name);
        var known = flights.Where(flight => !float.IsNaN(flight.Features[feature])).OrderBy(flight => flight.Features[feature]).ToArray();
        return
        [
            .. Enumerable.Range(0, Parts)
                .Select(part => known[(known.Length * part / Parts)..(known.Length * (part + 1) / Parts)])
                .Where(part => part.Length > 0)
                .Select(part => new DelayRate(part[0].Features[feature], part[^1].Features[feature], part.Count(flight => flight.Label) / (double)part.Length)),
        ];
    }

    /// <summary>Draws them as a PNG of 1000 × 600 pixels.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static void Save(IReadOnlyList<DelayRate> rates, string feature, string path)
    {
        using var plot = new Plot();
        var bars = plot.Add.Bars(rates.Select(rate => rate.Share * 100).ToArray());
        bars.Color = new Color("#3b6ea5");
        plot.Axes.Bottom.SetTicks(
            [.. Enumerable.Range(0, rates.Count).Select(i => (double)i)],
            [.. rates.Select(rate => string.Create(CultureInfo.InvariantCulture, $"{rate.From:0.#} to {rate.To:0.#}"))]);
        plot.Axes.Bottom.TickLabelStyle.Rotation = 30;
        plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.UpperLeft;
        plot.Axes.Bottom.MinimumSize = 110;
        plot.Axes.Right.MinimumSize = 60;
        plot.Axes.Margins(bottom: 0);
        plot.XLabel($"{feature}, in tenths of the flights");
        plot.YLabel("flights more than 15 minutes late, %");
        plot.Title($"Late departures by {feature}, as known an hour before");
        plot.SavePng(path, 1000, 600);
    }
}

/// <summary>A part of the flights.</summary>
/// <param name="From">The feature's lowest value.</param>
/// <param name="To">Its highest.</param>
/// <param name="Share">Of them, how many were late: 0 to 1.</param>
public sealed record DelayRate(float From, float To, double Share);
