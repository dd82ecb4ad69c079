namespace Ematix.Tests.Types;

/// <summary>Text is the same only if its bytes are: no collation folds keys or values.</summary>
public sealed class TextIdentityTests(PostgresFixture postgres)
{
    private static readonly string[] Apart = ["\u00E9", "e\u0301", "ß", "SS", "ss", "I", "ı", "i", "İ", "a", "A", "a ", "ａ", "ﬁ", "fi", "", "\u200B"];

    [Fact]
    public async Task Keys_that_people_would_confuse_stay_apart_in_history_online_and_batch()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<SensorReading>();
        var at = Times.At("2024-01-01");
        await SensorReading.SyncAsync(test.Store, Apart.Select((text, i) => new SensorReading { Site = text, Sensor = "s", At = at, Value = i }));

        var batch = await SensorReading.OnlineFeaturesAsync(test.Store, [.. Apart.Select(text => new SensorReading.Key(text, "s"))]);
        Assert.Equal(Enumerable.Range(0, Apart.Length).Select(i => (double?)i), batch.Select(row => row?.Value));
        foreach (var (i, text) in Apart.Index())
        {
            Assert.Equal(i, (await SensorReading.OnlineFeaturesAsync(test.Store, text, "s"))!.Value);
            Assert.Equal(i, (await SensorReading.PointInTimeAsync(test.Store, text, "s", at))!.Value);
            Assert.Equal(text, (await SensorReading.HistoryAsync(test.Store, text, "s").SingleAsync()).Row.Site);
        }
    }

    [Fact]
    public async Task Values_that_people_would_confuse_are_changes()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        foreach (var text in Apart)
            Assert.Equal(1, (await Profile.SyncAsync(test.Store, [new Profile { Id = 1, City = text }])).Inserted);

        Assert.Equal(Apart, (await Profile.HistoryAsync(test.Store, 1).ToArrayAsync()).Select(version => version.Row.City));
    }

    [Fact]
    public async Task Text_columns_compare_by_bytes_whatever_the_database_says()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await SensorReading.EnsureAsync(test.Store);

        Assert.Equal(
            ["site|C", "sensor|C", "note|C"],
            await test.RowsAsync("SELECT a.attname, c.collname FROM pg_attribute a JOIN pg_collation c ON c.oid = a.attcollation WHERE a.attrelid = 'features.sensor_reading_v1'::regclass AND a.attname NOT LIKE '\\_%' ORDER BY a.attnum"));
    }
}
