using System.Reflection;
using System.Text.RegularExpressions;

namespace Ematix.Tests.Documentation;

/// <summary>What docs/training.md shows compiles, runs, and does what it says there.</summary>
public sealed partial class TrainingPageTests(PostgresFixture postgres) : IDisposable
{
    private static readonly DateTimeOffset Departure = new(2014, 3, 1, 10, 0, 0, TimeSpan.Zero);

    private static readonly string Project = typeof(TrainingPageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "ProjectDirectory").Value!;

    private readonly string _folder = Directory.CreateTempSubdirectory("ematix-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Its_code_is_what_is_compiled_and_run_here()
    {
        var page = File.ReadAllText(Path.Combine(Project, "..", "..", "docs", "training.md"));
        var code = Plain(File.ReadAllText(Path.Combine(Project, "Documentation", "TrainingPage.cs")));
        string[] paragraphs = [.. Blocks().Matches(page).SelectMany(match => match.Groups[1].Value.ReplaceLineEndings("\n").Trim().Split("\n\n"))];

        Assert.NotEmpty(paragraphs);
        Assert.All(paragraphs, paragraph => Assert.Contains(Plain(paragraph), code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_calls_do_what_they_say()
    {
        await using var test = await StartAsync();
        var spine = Spine.Table("ml", "flights", "departs_at");

        Assert.Equal(2, await TrainingPage.BatchesAsync(test.Store));
        Assert.Equal("False: 5, 10, 20", await TrainingPage.RowsAsync(test.Store, Departure));
        var manifest = await TrainingPage.FilesAsync(TrainingPage.Reported(test.Store, spine), _folder);
        Assert.Equal(("flights.parquet", 2), (manifest.File, manifest.RowCount));

        var again = await TrainingPage.KnownAsync(test.Store, spine, _folder);
        await HourlyWeather.SyncAsync(test.Store, [new HourlyWeather { Airport = "SEA", WindSpeed = 99, ObservedAt = Departure }]);
        await again.WriteIpcAsync($"{_folder}/again.arrow");
        Assert.Equal(await File.ReadAllBytesAsync($"{_folder}/flights.arrow"), await File.ReadAllBytesAsync($"{_folder}/again.arrow"));
    }

    [Fact]
    public async Task A_name_without_a_prefix_changes_when_the_spine_has_it_too()
    {
        await using var test = await StartAsync();

        Assert.Equal("carrier origin dest departs_at is_late avg_delay at wind_speed observed_at dest_wind_speed dest_observed_at", await NamesAsync(test, "SELECT * FROM ml.flights"));
        Assert.Equal(
            "carrier origin dest departs_at is_late wind_speed avg_delay at origin_weather__wind_speed observed_at dest_wind_speed dest_observed_at",
            await NamesAsync(test, "SELECT *, 1 AS wind_speed FROM ml.flights"));
    }

    [Fact]
    public async Task A_view_without_event_times_knows_nothing_before_its_first_load()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await EveryType.SyncAsync(test.Store, [new EveryType { Id = 1 }]);
        List<EveryType?> rows = [];
        await foreach (var row in EveryType.HistoricalRowsAsync(test.Store, [new(1, DateTimeOffset.UtcNow.AddDays(-1)), new(1, DateTimeOffset.UtcNow.AddDays(1))]))
            rows.Add(row);

        Assert.Equal([false, true], rows.Select(row => row is not null));
    }

    private static async Task<string> NamesAsync(TestStore test, string spine)
    {
        await using var reader = await FlightModel.HistoricalFeaturesAsync(test.Store, Spine.Sql(spine, "departs_at")).OpenAsync();
        return string.Join(" ", reader.Schema.FieldsList.Select(field => field.Name));
    }

    private async Task<TestStore> StartAsync()
    {
        var test = await TestStore.CreateAsync(postgres);
        await test.ExecuteAsync("""
            CREATE SCHEMA ml;
            CREATE TABLE ml.flights (carrier text, origin text, dest text, departs_at timestamptz, is_late boolean);
            INSERT INTO ml.flights VALUES ('AS', 'SEA', 'PDX', '2014-03-01 10:00Z', false), ('AS', 'PDX', 'SEA', '2014-03-01 12:00Z', true);
            """);
        await CarrierDelays.SyncAsync(test.Store, [new CarrierDelays { Carrier = "AS", AvgDelay = 5, At = Departure.AddHours(-1) }]);
        await HourlyWeather.SyncAsync(test.Store, [
            new HourlyWeather { Airport = "SEA", WindSpeed = 10, ObservedAt = Departure.AddHours(-1) },
            new HourlyWeather { Airport = "PDX", WindSpeed = 20, ObservedAt = Departure.AddHours(-1) },
        ]);
        return test;
    }

    /// <summary>Lines without what indents them.</summary>
    private static string Plain(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()));

    [GeneratedRegex(@"^```csharp\r?\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
