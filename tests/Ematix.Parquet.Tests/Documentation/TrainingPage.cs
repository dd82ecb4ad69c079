using Ematix.Parquet;   // the package Ematix.Flow.Parquet; Arrow files need Ematix.Flow only

namespace Ematix.Tests.Documentation;

/// <summary>Version by version, what was known of a carrier.</summary>
[FeatureView]
public partial class CarrierDelays
{
    [EntityKey] public string Carrier { get; init; } = "";
    public double? AvgDelay { get; init; }
    [EventTimestamp] public DateTimeOffset At { get; init; }
}

/// <summary>What was observed at an airport.</summary>
[FeatureView]
public partial class HourlyWeather
{
    [EntityKey] public string Airport { get; init; } = "";
    public double? WindSpeed { get; init; }
    [EventTimestamp] public DateTimeOffset ObservedAt { get; init; }
}

[FeatureService]
public partial class FlightModel
{
    public CarrierDelays? Carrier { get; init; }                                        // joined by the view's key columns, as the spine names them
    [Join("origin")] public HourlyWeather? OriginWeather { get; init; }                 // one view twice: wind_speed …
    [Join("dest", Prefix = "dest_")] public HourlyWeather? DestWeather { get; init; }   // … and dest_wind_speed
    [SpineColumn] public bool? IsLate { get; init; }                                    // passed through
}

/// <summary>The code of docs/training.md, to the letter: one test compares them, another runs it.</summary>
internal static class TrainingPage
{
    public static async Task<long> BatchesAsync(FeatureStore store)
    {
        var rows = 0;
        var spine = Spine.Table("ml", "flights", asOf: "departs_at");   // with the columns carrier, origin, dest, is_late
        var features = FlightModel.HistoricalFeaturesAsync(store, spine);
        HistoricalExplanation explanation = await features.ExplainAsync();
        Console.WriteLine($"{explanation.Strategy}, since {explanation.Reason}\n{explanation.Plan}");
        await foreach (var batch in features)
        {
            using (batch)
                rows += batch.Length;
        }

        return rows;
    }

    public static async Task<string> RowsAsync(FeatureStore store, DateTimeOffset departure)
    {
        var text = "";
        FlightModel.SpineRow[] flights = [new() { Carrier = "AS", Origin = "SEA", Dest = "PDX", AsOf = departure, IsLate = false }];
        await foreach (FlightModel row in FlightModel.HistoricalRowsAsync(store, flights))
            text += $"{row.IsLate}: {row.Carrier?.AvgDelay}, {row.OriginWeather?.WindSpeed}, {row.DestWeather?.WindSpeed}";

        return text;
    }

    public static HistoricalFeatures Reported(FeatureStore store, Spine spine)
    {
        var options = new HistoricalOptions { Progress = new Progress<HistoricalProgress>(done => Console.Write($"\r{done.Rows} of {done.SpineRows}")) };
        var features = FlightModel.HistoricalFeaturesAsync(store, spine, options);

        return features;
    }

    public static async Task<HistoricalFeatures> KnownAsync(FeatureStore store, Spine spine, string folder)
    {
        var known = FlightModel.HistoricalFeaturesAsync(store, spine, new() { AsKnownAt = DateTimeOffset.UtcNow });
        await known.WriteIpcAsync($"{folder}/flights.arrow");
        var again = FlightModel.HistoricalFeaturesAsync(store, spine, new() { AsKnownAt = known.AsKnownAt });   // the same bytes, whatever is loaded meanwhile

        return again;
    }

    public static async Task<TrainingFileManifest> FilesAsync(HistoricalFeatures features, string folder)
    {
        var progress = new Progress<ExportProgress>(done => Console.Write($"\r{done.Rows} rows written"));
        TrainingFileManifest written = await features.WriteIpcAsync($"{folder}/flights.arrow", progress);
        await features.WriteParquetAsync($"{folder}/flights.parquet", new ParquetOptions { Compression = ParquetCompression.Snappy }, progress);
        TrainingFileManifest manifest = await TrainingFileManifest.ReadAsync($"{folder}/flights.parquet");
        Console.WriteLine($"{manifest.RowCount} rows, the same spine in both files: {manifest.SpineHash == written.SpineHash}");

        return manifest;
    }
}
