namespace Ematix.Tests.Loading;

/// <summary>The columns by which a source can be read: their types, where they may stand, and what is refused by name.</summary>
public sealed class IncrementalColumnTests(PostgresFixture postgres)
{
    private static readonly SyncOptions<LatestOnly> ByMark = new() { IncrementalColumn = "mark" };

    public static TheoryData<string, string, string, string, object, string> Types => new()
    {
        { "smallint", "-1", "0", "7", 7L, "7" },
        { "integer", "-2147483648", "-2147483647", "2147483647", 2147483647L, "2147483647" },
        { "bigint", "9", "10", "9223372036854775807", long.MaxValue, "9223372036854775807" },
        { "text", "B", "a", "\U0001F600", "\U0001F600", "\U0001F600" },
        { "varchar(20)", "", "Z", "\uFF21", "\uFF21", "\uFF21" },
        { "timestamptz", "1969-12-31 23:59:59.999999+00", "2024-03-01 12:00+02", "2024-03-01 10:00:00.000001+00", new DateTimeOffset(2024, 3, 1, 10, 0, 0, TimeSpan.Zero).AddMicroseconds(1), "2024-03-01T10:00:00.000001Z" },
        { "timestamptz(3)", "0001-01-01 00:00+00", "2024-03-01 10:00+00", "9999-12-31 23:59:59.999+00", new DateTimeOffset(9999, 12, 31, 23, 59, 59, 999, TimeSpan.Zero), "9999-12-31T23:59:59.999000Z" },
        { "timestamp", "1999-12-31 23:59:59.999999", "2024-03-10 02:30", "2024-03-10 02:30:00.000001", new DateTime(2024, 3, 10, 2, 30, 0).AddMicroseconds(1), "2024-03-10T02:30:00.000001" },
        { "date", "0001-01-01", "2024-02-29", "9999-12-31", new DateOnly(9999, 12, 31), "9999-12-31" },
        { "uuid", "018e0000-0000-7000-8000-000000000000", "7fffffff-ffff-ffff-ffff-ffffffffffff", "80000000-0000-0000-0000-000000000000", new Guid("80000000-0000-0000-0000-000000000000"), "80000000-0000-0000-0000-000000000000" },
    };

    [Theory]
    [MemberData(nameof(Types), DisableDiscoveryEnumeration = true)]
    public async Task Every_type_with_one_order_serves(string type, string low, string middle, string high, object expected, string text)
    {
        await using var test = await TestStore.CreateAsync(postgres, "timezone = 'America/New_York'", "datestyle = 'German'");
        await test.ExecuteAsync($"CREATE TABLE marks (id int, city text, visits int, mark {type}); INSERT INTO marks VALUES (3, NULL, 3, '{high}'), (1, NULL, 1, '{low}'), (2, NULL, 2, '{middle}')");
        var source = Source.Sql("SELECT * FROM marks");
        await LatestOnly.SyncAsync(test.Store, Source.Sql("SELECT * FROM marks WHERE id < 3"), ByMark);
        var second = await LatestOnly.SyncAsync(test.Store, source, ByMark);
        var third = await LatestOnly.SyncAsync(test.Store, source, ByMark);

        Assert.Equal((2, 1, 1), (second.RowsRead, second.Unchanged, second.Inserted));
        Assert.Equal((1, 1, new Watermark("mark", expected)), (third.RowsRead, third.Unchanged, third.Watermark));
        Assert.Equal([text], await test.RowsAsync("SELECT value FROM ematix_flow.watermarks"));
    }

    [Theory]
    [InlineData("numeric", "1")]
    [InlineData("double precision", "1")]
    [InlineData("boolean", "true")]
    [InlineData("interval", "1 h")]
    [InlineData("time", "10:00")]
    [InlineData("jsonb", "1")]
    [InlineData("integer[]", "{1}")]
    public async Task Other_types_are_refused_by_name(string type, string value)
    {
        await using var test = await TestStore.CreateAsync(postgres);
        string query = $"SELECT 1 AS id, 'x' AS city, 1 AS visits, '{value}'::{type} AS mark";
        var refused = await Assert.ThrowsAsync<SourceSchemaException>(() => LatestOnly.SyncAsync(test.Store, Source.Sql(query), ByMark));

        Assert.StartsWith($"column \"mark\", which IncrementalColumn names, is {type.Replace("time", "time without time zone", StringComparison.Ordinal)}: ", Assert.Single(refused.Differences), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_that_the_source_has_not_is_refused()
    {
        await using var test = await TestStore.CreateAsync(postgres);

        var query = await Assert.ThrowsAsync<SourceSchemaException>(() => LatestOnly.SyncAsync(test.Store, Source.Sql("SELECT 1 AS id, 'x' AS city, 1 AS visits, 2 AS other"), ByMark));
        Assert.Equal(["the view has no column \"other\" (integer)", "the source lacks column \"mark\", which IncrementalColumn names"], query.Differences);
        var rows = await Assert.ThrowsAsync<SourceSchemaException>(() => LatestOnly.SyncAsync(test.Store, [], ByMark));
        Assert.StartsWith("typed rows have no column \"mark\"", Assert.Single(rows.Differences), StringComparison.Ordinal);
        var score = await Assert.ThrowsAsync<SourceSchemaException>(() => Profile.SyncAsync(test.Store, [], new() { IncrementalColumn = "score" }));
        Assert.StartsWith("column \"score\", which IncrementalColumn names, is double precision", Assert.Single(score.Differences), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_of_the_view_serves_typed_rows_in_the_order_in_which_they_are_given()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<SensorReading>();
        SyncOptions<SensorReading> byEvent = new() { IncrementalColumn = "at" };
        await SensorReading.SyncAsync(test.Store, [Reading(1, 1), Reading(2, 2), Reading(2, 20)], byEvent);
        var second = await SensorReading.SyncAsync(test.Store, [Reading(1, 99), Reading(2, 20), Reading(3, 3)], byEvent);

        Assert.Equal((3, 2, 1, 1), (second.RowsRead, second.RowsStaged, second.Unchanged, second.Inserted));
        Assert.Equal(["1", "20", "3"], await test.RowsAsync("SELECT value FROM features.sensor_reading_v1 ORDER BY at"));

        static SensorReading Reading(int hour, double value) => new() { Site = "a", Sensor = "s", At = Times.At("2024-03-01 10:00").AddHours(hour), Value = value };
    }

    [Fact]
    public async Task A_column_outside_of_the_feature_set_is_read_as_a_mark_and_not_as_a_feature()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Traits>();
        SyncOptions<Traits> options = new() { FeatureSet = [Traits.Columns.Segment], IncrementalColumn = "score" };
        var load = await Traits.SyncAsync(test.Store, Source.Sql("SELECT 1 AS id, 'a' AS segment, 41 + 1 AS score"), options);

        Assert.Equal(new Watermark("score", 42L), load.Watermark);
        Assert.Equal(["1|a|-"], await test.RowsAsync("SELECT id, segment, score FROM features.traits_v1"));
        await Assert.ThrowsAsync<SourceSchemaException>(() => Traits.SyncAsync(test.Store, [], options));
    }

    [Fact]
    public async Task Looking_back_needs_a_watermark_of_times_and_a_mode_in_which_rows_read_again_change_nothing()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var hour = TimeSpan.FromHours(1);

        await Assert.ThrowsAsync<ArgumentException>(() => Profile.SyncAsync(test.Store, [], new() { Lookback = hour }));
        await Assert.ThrowsAsync<ArgumentException>(() => Appended.SyncAsync(test.Store, [], new() { IncrementalColumn = "id", Lookback = hour }));
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Profile.SyncAsync(test.Store, [], new() { IncrementalColumn = "id", Lookback = hour }));
        Assert.Contains("column \"id\" is bigint, of which no time can be taken", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("date", "2024-03-10", "2024-03-09", "2024-03-08", "02:00")]
    [InlineData("timestamp", "2024-03-10 12:00", "2024-03-10 10:00", "2024-03-10 09:59:59.999999", "02:00")]
    public async Task Looking_back_from_a_date_takes_whole_days_and_from_a_timestamp_no_zone(string type, string last, string within, string before, string lookback)
    {
        await using var test = await TestStore.CreateAsync(postgres, "timezone = 'America/New_York'");
        await test.ExecuteAsync($"CREATE TABLE marks (id int, city text, visits int, mark {type}); INSERT INTO marks VALUES (1, NULL, 1, '{last}')");
        await LatestOnly.SyncAsync(test.Store, Source.Sql("SELECT * FROM marks"), ByMark);
        await test.ExecuteAsync($"INSERT INTO marks VALUES (2, NULL, 2, '{within}'), (3, NULL, 3, '{before}')");
        await LatestOnly.SyncAsync(test.Store, Source.Sql("SELECT * FROM marks"), ByMark with { Lookback = TimeSpan.Parse(lookback, System.Globalization.CultureInfo.InvariantCulture) });

        Assert.Equal(["1", "2"], await test.RowsAsync("SELECT id FROM features.latest_only_v1 ORDER BY id"));
    }
}
