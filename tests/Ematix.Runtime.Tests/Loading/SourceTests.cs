using static Ematix.Tests.Times;

namespace Ematix.Tests.Loading;

/// <summary>Semantics §5: sources are matched by name, and their types are judged before a row is read.</summary>
public sealed class SourceTests(PostgresFixture postgres)
{
    private static readonly DateTimeOffset Ten = At("2024-03-01 10:00");

    [Fact]
    public async Task Columns_are_matched_by_name_never_by_position()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await Profile.SyncAsync(test.Store, Source.Sql("SELECT 2.5::float8 AS score, true AS active, 'Oslo' AS city, 7 AS id"));

        var row = (await Profile.OnlineFeaturesAsync(test.Store, 7))!;
        Assert.Equal(("Oslo", true, 2.5), (row.City, row.Active, row.Score));
    }

    [Fact]
    public async Task A_table_whose_rows_are_replaced_while_the_load_waits_for_it_has_them()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await test.ExecuteAsync("CREATE TABLE public.people AS SELECT 7 AS id, 'Oslo' AS city, true AS active, 2.5::float8 AS score");
        await using var replacement = await Replacement.BeginAsync(test, "public.people");
        var load = Profile.SyncAsync(test.Store, Source.Sql("SELECT * FROM public.people"));
        await replacement.EndAsync();

        Assert.Equal(1, (await load).Inserted);
    }

    [Fact]
    public async Task Missing_unknown_and_repeated_columns_are_all_listed()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var refused = await Assert.ThrowsAsync<SourceSchemaException>(() => Profile.SyncAsync(
            test.Store, Source.Sql("SELECT 1 AS id, true AS active, false AS active, 'x' AS town")));

        Assert.Equal(
            [
                "the source has more than one column \"active\"",
                "the source lacks column \"city\" (text)",
                "the source lacks column \"score\" (double precision)",
                "the view has no column \"town\" (text)",
            ],
            refused.Differences);
    }

    [Fact]
    public async Task A_type_that_does_not_pass_names_the_cast_to_write()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var refused = await Assert.ThrowsAsync<SourceSchemaException>(() => Profile.SyncAsync(
            test.Store, Source.Sql("SELECT 1::bigint AS id, 'x' AS city, 1 AS active, 1.5::numeric(4,1) AS score")));

        Assert.Equal(
            [
                "column \"id\" is bigint, the view needs integer: write \"id\"::integer",
                "column \"active\" is integer, the view needs boolean: write \"active\"::boolean",
                "column \"score\" is numeric(4,1), the view needs double precision: write \"score\"::double precision",
            ],
            refused.Differences);
    }

    [Fact]
    public async Task Integers_widen_and_varchar_passes_as_text()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>();
        await UserSpend.SyncAsync(test.Store, Source.Sql("SELECT 1::smallint AS user_id, 2::int AS purchases, 3::numeric(20,6) AS average, timestamptz '2024-01-01Z' AS at"));
        await Profile.SyncAsync(test.Store, Source.Sql("SELECT 1::smallint AS id, 'Oslo'::varchar(9) AS city, true AS active, 1.0::float8 AS score"));

        Assert.Equal("Oslo", (await Profile.OnlineFeaturesAsync(test.Store, 1))!.City);
    }

    [Fact]
    public async Task A_timestamp_without_zone_is_refused_whatever_the_session_says()
    {
        await using var test = await TestStore.CreateAsync(postgres, "timezone = 'Asia/Kathmandu'");
        var refused = await Assert.ThrowsAsync<SourceSchemaException>(() => UserSpend.SyncAsync(
            test.Store, Source.Sql("SELECT 1 AS user_id, 2 AS purchases, 3.0 AS average, timestamp '2024-01-01' AS at")));

        Assert.Contains("\"at\" is timestamp without time zone, the view needs timestamptz", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT 1 AS id, 'x' AS city, true AS active, 1.0::float8 AS score;")]
    [InlineData("WITH q AS (SELECT 1 AS id) SELECT id, 'x' AS city, true AS active, 1.0::float8 AS score FROM q -- the end")]
    [InlineData("SELECT 1 AS id, 'x' AS city, true AS active, 1.0::float8 AS score /* ; */ ;\n\n")]
    [InlineData("VALUES (1, 'x', true, 1.0::float8)")]
    public async Task A_query_may_end_as_people_end_queries(string query)
    {
        await using var test = await TestStore.CreateAsync(postgres);
        if (query.StartsWith("VALUES", StringComparison.Ordinal))
            query = $"SELECT * FROM ({query}) AS v (id, city, active, score)";

        Assert.Equal(1, (await Profile.SyncAsync(test.Store, Source.Sql(query))).Inserted);
    }

    [Fact]
    public async Task Values_of_an_interpolated_query_are_parameters_never_text()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var city = "O'Slo'; DROP TABLE features.profile_v1; --";
        int? score = null;
        await Profile.SyncAsync(test.Store, Source.Sql($"SELECT {1} AS id, {city} AS city, {true} AS active, {score}::float8 AS score"));

        var row = (await Profile.OnlineFeaturesAsync(test.Store, 1))!;
        Assert.Equal((city, null), (row.City, row.Score));
    }

    [Fact]
    public async Task An_instant_in_an_interpolated_query_is_exact_whatever_its_offset()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var at = Ten.ToOffset(TimeSpan.FromHours(5)).AddTicks(9);
        await UserSpend.SyncAsync(test.Store, Source.Sql($"SELECT 1 AS user_id, 2 AS purchases, 3.0 AS average, {at} - {TimeSpan.FromDays(1)} AS at"));

        Assert.Equal(Ten.AddDays(-1), (await UserSpend.HistoryAsync(test.Store, 1).ToArrayAsync())[0].Row.At);
    }

    [Fact]
    public async Task Typed_rows_come_from_asynchronous_streams_too()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<SensorReading>();
        var result = await SensorReading.SyncAsync(test.Store, StreamAsync());

        Assert.Equal(25_000, result.Inserted);

        static async IAsyncEnumerable<SensorReading> StreamAsync()
        {
            for (var i = 0; i < 25_000; i++)
            {
                if (i % 5_000 == 0)
                    await Task.Yield();
                yield return new SensorReading { Site = "a", Sensor = $"s{i % 100}", At = Ten.AddSeconds(i), Value = i };
            }
        }
    }

    [Fact]
    public async Task A_source_that_fails_half_way_loads_nothing_and_leaves_the_pool_as_it_was()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<SensorReading>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => SensorReading.SyncAsync(test.Store, Failing()));
        await Assert.ThrowsAsync<ArgumentException>(() => SensorReading.SyncAsync(test.Store, [null!]));

        Assert.Equal(0, await test.ScalarAsync<long>("SELECT count(*) FROM features.sensor_reading_v1"));
        Assert.Equal(1, (await SensorReading.SyncAsync(test.Store, [new SensorReading { Site = "a", Sensor = "s", At = Ten }])).Inserted);

        static IEnumerable<SensorReading> Failing()
        {
            for (var i = 0; i < 20_000; i++)
                yield return new SensorReading { Site = "a", Sensor = "s", At = Ten.AddSeconds(i) };
            throw new InvalidOperationException("The source broke.");
        }
    }

    [Fact]
    public async Task A_cancelled_load_loads_nothing_and_leaves_the_pool_as_it_was()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<SensorReading>();
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SensorReading.SyncAsync(
            test.Store, Source.Sql("SELECT 'a' AS site, 's' AS sensor, now() AS at, 1.0::float8 AS value, pg_sleep(60)::text AS note"), cancellationToken: cancel.Token));
        Assert.Equal(1, (await SensorReading.SyncAsync(test.Store, [new SensorReading { Site = "a", Sensor = "s", At = Ten }])).Inserted);
    }

    [Fact]
    public async Task Progress_is_told()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var told = new Collector();
        await Profile.SyncAsync(test.Store, Enumerable.Range(0, 25_000).Select(i => new Profile { Id = i }), new() { Progress = told });

        Assert.Equal([(10_000, 0, 0), (20_000, 0, 0), (25_000, 25_000, 0), (25_000, 25_000, 25_000)], told.Seen.Select(step => (step.RowsRead, step.RowsStaged, step.RowsChanged)));
    }

    private sealed class Collector : IProgress<SyncProgress>
    {
        public List<SyncProgress> Seen { get; } = [];

        public void Report(SyncProgress value) => Seen.Add(value);
    }
}
