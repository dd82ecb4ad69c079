using static Ematix.Tests.Times;

namespace Ematix.Tests.Loading;

/// <summary>What refuses a load before anything is compared: each with its own error, and nothing half-loaded.</summary>
public sealed class BatchCheckTests(PostgresFixture postgres)
{
    private static readonly DateTimeOffset Ten = At("2024-03-01 10:00");

    [Fact]
    public async Task A_null_in_a_key_refuses_the_load()
    {
        await using var test = await StartAsync();
        var refused = await Assert.ThrowsAsync<NullKeyException>(() => SensorReading.SyncAsync(
            test.Store, [Row() with { Sensor = null! }, Row(), Row() with { Site = null! }]));

        Assert.Equal(2, refused.RowCount);
        Assert.Equal(["(site = a, sensor = NULL)", "(site = NULL, sensor = s)"], refused.SampleKeys);
        await AssertEmptyAsync(test);
    }

    [Theory]
    [InlineData("NULL", "NULL as their event time")]
    [InlineData("'infinity'", "infinite or outside the years 1 to 9999")]
    [InlineData("'-infinity'", "infinite or outside the years 1 to 9999")]
    [InlineData("'0001-12-31 23:59:59.999999+00 BC'", "infinite or outside the years 1 to 9999")]
    [InlineData("'10000-01-01 00:00:00+00'", "infinite or outside the years 1 to 9999")]
    [InlineData("clock_timestamp() + interval '1 hour'", "later than the load's time")]
    public async Task An_event_time_that_is_none_refuses_the_load(string time, string fact)
    {
        await using var test = await StartAsync();
        var refused = await Assert.ThrowsAsync<EventTimeException>(() => SensorReading.SyncAsync(
            test.Store, Source.Sql(Events(time))));

        Assert.Equal(1, refused.RowCount);
        Assert.Contains(fact, refused.Message, StringComparison.Ordinal);
        Assert.Contains("sensor = s2", refused.Message, StringComparison.Ordinal);
        await AssertEmptyAsync(test);
    }

    [Fact]
    public async Task An_event_a_little_ahead_is_waited_out()
    {
        await using var test = await StartAsync();
        var result = await SensorReading.SyncAsync(
            test.Store, Source.Sql("SELECT 'a' AS site, 's' AS sensor, clock_timestamp() + interval '300 milliseconds' AS at, 1.0::float8 AS value, NULL::text AS note"));

        Assert.Equal(1, result.Inserted);
        Assert.True(result.LoadedAt >= (await SensorReading.OnlineFeaturesAsync(test.Store, "a", "s"))!.At);
    }

    [Fact]
    public async Task A_null_in_a_not_null_feature_refuses_the_load_and_names_the_column()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        var refused = await Assert.ThrowsAsync<UnstorableValueException>(() => Profile.SyncAsync(
            test.Store, Source.Sql("SELECT 1 AS id, 'x' AS city, NULL::boolean AS active, 1.0::float8 AS score")));

        Assert.Equal("active", refused.Column);
        Assert.Contains("NOT NULL", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99999999.994", "99999999.99")]
    [InlineData("-99999999.994", "-99999999.99")]
    [InlineData("1.005", "1.01")]
    [InlineData("-1.005", "-1.01")]
    public async Task Numeric_is_rounded_to_its_scale(string given, string stored)
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>();
        await UserSpend.SyncAsync(test.Store, Spend(given));

        Assert.Equal([stored], await test.RowsAsync("SELECT average::text FROM features.user_spend_v1"));
        Assert.Equal(1, (await UserSpend.SyncAsync(test.Store, Spend(given))).Unchanged);
    }

    [Theory]
    [InlineData("99999999.995")]
    [InlineData("-100000000")]
    [InlineData("'NaN'")]
    [InlineData("'Infinity'")]
    public async Task Numeric_that_would_overflow_refuses_the_load(string given)
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>();
        var refused = await Assert.ThrowsAsync<UnstorableValueException>(() => UserSpend.SyncAsync(test.Store, Spend(given)));

        Assert.Equal("average", refused.Column);
        Assert.Equal(["(user_id = 1)"], refused.SampleKeys);
    }

    private static string Events(string secondTime) => $"""
        SELECT 'a' AS site, 's' || n AS sensor, CASE n WHEN 2 THEN ({secondTime})::timestamptz ELSE '2024-01-01 00:00+00' END AS at, 1.0::float8 AS value, NULL::text AS note
        FROM generate_series(1, 3) AS n
        """;

    private static Source Spend(string average) => Source.Sql(
        "SELECT 1::int AS user_id, 1 AS purchases, " + average + "::numeric AS average, timestamptz '2024-01-01 00:00+00' AS at");

    private static SensorReading Row() => new() { Site = "a", Sensor = "s", At = Ten, Value = 1 };

    private async Task<TestStore> StartAsync() => (await TestStore.CreateAsync(postgres)).Audits<SensorReading>();

    private static async Task AssertEmptyAsync(TestStore test) =>
        Assert.Equal(0, await test.ScalarAsync<long>("SELECT count(*) FROM features.sensor_reading_v1"));
}
