using static Ematix.Tests.Times;

namespace Ematix.Tests.Loading;

/// <summary>Semantics §3, event-time views: place, ties, no-ops, late events.</summary>
public sealed class EventTimeLoadTests(PostgresFixture postgres)
{
    private const string Versions = """
        SELECT site, sensor, value, to_char(valid_from AT TIME ZONE 'UTC', 'HH24:MI:SS.US'), to_char(valid_to AT TIME ZONE 'UTC', 'HH24:MI:SS.US'), is_current, _closed_by
        FROM features.sensor_reading_v1 ORDER BY site, sensor, valid_from, _loaded_at
        """;

    private static readonly DateTimeOffset Ten = At("2024-03-01 10:00");

    [Fact]
    public async Task A_version_starts_at_its_event_and_ends_where_the_next_starts()
    {
        await using var test = await StartAsync();
        await SyncAsync(test, Row(Ten, 1));
        await SyncAsync(test, Row(Ten.AddHours(1), 2));

        Assert.Equal(
            ["a|s|1|10:00:00.000000|11:00:00.000000|False|next", "a|s|2|11:00:00.000000|-|True|-"],
            await test.RowsAsync(Versions));
    }

    [Fact]
    public async Task Three_events_of_one_key_in_one_batch_are_three_versions_whatever_their_order()
    {
        await using var test = await StartAsync();
        var result = await SyncAsync(test, Row(Ten.AddHours(2), 3), Row(Ten, 1), Row(Ten.AddHours(1), 2));

        Assert.Equal((3, 3, 0), (result.RowsRead, result.Inserted, result.Closed));
        Assert.Equal(
            ["a|s|1|10:00:00.000000|11:00:00.000000|False|next", "a|s|2|11:00:00.000000|12:00:00.000000|False|next", "a|s|3|12:00:00.000000|-|True|-"],
            await test.RowsAsync(Versions));
    }

    [Fact]
    public async Task Of_tied_events_in_a_batch_the_last_in_source_order_counts()
    {
        await using var test = await StartAsync();
        var result = await SyncAsync(test, Row(Ten, 1), Row(Ten, 3), Row(Ten, 2));

        Assert.Equal((3, 2, 1), (result.RowsRead, result.Duplicates, result.Inserted));
        Assert.Equal(["a|s|2|10:00:00.000000|-|True|-"], await test.RowsAsync(Versions));
    }

    [Fact]
    public async Task Of_tied_events_in_a_query_its_own_order_decides()
    {
        await using var test = await StartAsync();
        await SensorReading.SyncAsync(test.Store, Source.Sql("""
            SELECT 'a' AS site, 's' AS sensor, timestamptz '2024-03-01 10:00+00' AS at, v::float8 AS value, NULL::text AS note
            FROM generate_series(1, 1000) AS v ORDER BY (v * 7919) % 1000, v
            """));

        var last = Enumerable.Range(1, 1000).OrderBy(v => v * 7919 % 1000).ThenBy(v => v).Last();
        Assert.Equal([$"a|s|{last}|10:00:00.000000|-|True|-"], await test.RowsAsync(Versions));
    }

    [Fact]
    public async Task Of_tied_events_in_a_query_the_last_counts_though_it_would_fit_into_a_gap_that_wider_ones_left()
    {
        await using var test = await StartAsync();
        await SensorReading.SyncAsync(test.Store, Source.Sql("""
            SELECT 'a' AS site, 's' AS sensor, timestamptz '2024-03-01 10:00+00' AS at, v::float8 AS value, repeat('x', CASE WHEN v <= 1000 THEN 1500 ELSE 280 END) AS note
            FROM generate_series(1, 1003) AS v ORDER BY v
            """));

        Assert.Equal(["a|s|1003|10:00:00.000000|-|True|-"], await test.RowsAsync(Versions));
    }

    [Fact]
    public async Task A_later_load_wins_a_tie_and_the_loser_is_kept_empty()
    {
        await using var test = await StartAsync();
        await SyncAsync(test, Row(Ten, 1));
        var result = await SyncAsync(test, Row(Ten, 2));

        Assert.Equal((1, 1), (result.Inserted, result.Closed));
        Assert.Equal(
            ["a|s|1|10:00:00.000000|10:00:00.000000|False|next", "a|s|2|10:00:00.000000|-|True|-"],
            await test.RowsAsync(Versions));
        Assert.Equal(2, (await SensorReading.PointInTimeAsync(test.Store, "a", "s", Ten))!.Value);
    }

    [Fact]
    public async Task A_tie_across_loads_and_a_newer_event_in_one_batch_leave_no_overlap()
    {
        await using var test = await StartAsync();
        await SyncAsync(test, Row(Ten, 1));
        await SyncAsync(test, Row(Ten.AddMinutes(1), 3), Row(Ten, 2));

        Assert.Equal(
            ["a|s|1|10:00:00.000000|10:00:00.000000|False|next", "a|s|2|10:00:00.000000|10:01:00.000000|False|next", "a|s|3|10:01:00.000000|-|True|-"],
            await test.RowsAsync(Versions));
    }

    [Fact]
    public async Task Events_a_microsecond_apart_are_versions_of_their_own()
    {
        await using var test = await StartAsync();
        await SyncAsync(test, Row(Ten + Microsecond, 2), Row(Ten, 1));

        Assert.Equal(
            ["a|s|1|10:00:00.000000|10:00:00.000001|False|next", "a|s|2|10:00:00.000001|-|True|-"],
            await test.RowsAsync(Versions));
    }

    [Fact]
    public async Task Instants_are_floored_to_the_microsecond_so_that_ticks_of_one_microsecond_tie()
    {
        await using var test = await StartAsync();
        var result = await SyncAsync(test, Row(Ten, 1), Row(Ten.AddTicks(9), 2));

        Assert.Equal((1, 1), (result.Duplicates, result.Inserted));
        Assert.Equal(["a|s|2|10:00:00.000000|-|True|-"], await test.RowsAsync(Versions));
    }

    [Fact]
    public async Task The_same_source_again_writes_nothing()
    {
        await using var test = await StartAsync();
        SensorReading[] rows = [Row(Ten, 1), Row(Ten.AddHours(1), null), Row(Ten.AddHours(2), double.NaN), Row(Ten.AddHours(3), -0.0), Row(Ten, 5, "b")];
        await SyncAsync(test, rows);
        var before = await test.RowsAsync("SELECT xmin, ctid::text FROM features.sensor_reading_v1 ORDER BY ctid");
        var result = await SyncAsync(test, rows);

        Assert.Equal((5, 5, 0, 0), (result.RowsRead, result.Unchanged, result.Inserted, result.Closed));
        Assert.Equal(before, await test.RowsAsync("SELECT xmin, ctid::text FROM features.sensor_reading_v1 ORDER BY ctid"));
    }

    [Fact]
    public async Task The_servers_own_counters_say_so_too()
    {
        await using var test = await StartAsync();
        SensorReading[] rows = [Row(Ten, 1), Row(Ten.AddHours(1), 2), Row(Ten.AddHours(1), 3, "b")];

        Assert.Equal("3|0|0", await CountersAfterAsync(test, rows));
        Assert.Equal("3|0|0", await CountersAfterAsync(test, rows));
    }

    [Fact]
    public async Task Zero_and_minus_zero_are_one_value_and_so_are_two_nans()
    {
        await using var test = await StartAsync();
        await SyncAsync(test, Row(Ten, 0.0), Row(Ten, double.NaN, "n"));
        var result = await SyncAsync(test, Row(Ten, -0.0), Row(Ten, -double.NaN, "n"));

        Assert.Equal((2, 0), (result.Unchanged, result.Inserted));
    }

    [Fact]
    public async Task Null_and_empty_text_differ()
    {
        await using var test = await StartAsync();
        await SyncAsync(test, Row(Ten, 1) with { Note = null });
        var result = await SyncAsync(test, Row(Ten, 1) with { Note = "" });

        Assert.Equal((0, 1), (result.Unchanged, result.Inserted));
    }

    [Fact]
    public async Task A_late_event_refuses_the_whole_load_and_says_what_to_do()
    {
        await using var test = await StartAsync();
        await SyncAsync(test, Row(Ten, 1));
        var late = await Assert.ThrowsAsync<LateArrivalException>(() => SyncAsync(test, Row(Ten - Microsecond, 0), Row(Ten.AddHours(1), 2)));

        Assert.Equal(1, late.RowCount);
        Assert.Contains("\"features\".\"sensor_reading_v1\"", late.Message, StringComparison.Ordinal);
        Assert.Contains("(site = a, sensor = s) at 2024-03-01 09:59:59.999999Z, next 2024-03-01 10:00:00.000000Z", late.Message, StringComparison.Ordinal);
        Assert.Contains("LateArrivals.Insert", late.Message, StringComparison.Ordinal);
        Assert.Contains("LateArrivals.Skip", late.Message, StringComparison.Ordinal);
        Assert.Equal(["a|s|1|10:00:00.000000|-|True|-"], await test.RowsAsync(Versions));
    }

    [Fact]
    public async Task Rows_of_one_batch_never_make_each_other_late()
    {
        await using var test = await StartAsync();
        var result = await SyncAsync(test, Row(Ten.AddHours(5), 5), Row(Ten, 1));

        Assert.Equal(2, result.Inserted);
    }

    [Fact]
    public async Task An_old_row_that_the_history_has_already_is_not_late()
    {
        await using var test = await StartAsync();
        await SyncAsync(test, Row(Ten, 1), Row(Ten.AddHours(1), 2));
        var result = await SyncAsync(test, Row(Ten, 1), Row(Ten.AddHours(2), 3));

        Assert.Equal((1, 1, 1), (result.Unchanged, result.Inserted, result.Closed));
    }

    [Fact]
    public async Task Skip_leaves_late_rows_out_and_counts_them()
    {
        await using var test = await StartAsync();
        await SyncAsync(test, Row(Ten, 1));
        var result = await SensorReading.SyncAsync(test.Store, [Row(Ten.AddHours(-1), 0), Row(Ten.AddHours(1), 2)], new() { LateArrivals = LateArrivals.Skip });

        Assert.Equal((1, 1), (result.Skipped, result.Inserted));
        Assert.Equal(
            ["a|s|1|10:00:00.000000|11:00:00.000000|False|next", "a|s|2|11:00:00.000000|-|True|-"],
            await test.RowsAsync(Versions));
    }

    [Fact]
    public async Task Insert_puts_late_rows_in_their_place()
    {
        await using var test = await StartAsync();
        await SyncAsync(test, Row(Ten, 1), Row(Ten.AddHours(2), 3));
        await SensorReading.SyncAsync(
            test.Store,
            [Row(Ten.AddHours(1), 2), Row(Ten.AddHours(-1), 0), Row(Ten, 9), Row(Ten.AddHours(1.5), 2.5), Row(Ten.AddHours(3), 4)],
            new() { LateArrivals = LateArrivals.Insert });

        Assert.Equal(
            [
                "a|s|0|09:00:00.000000|10:00:00.000000|False|next",
                "a|s|1|10:00:00.000000|10:00:00.000000|False|next",
                "a|s|9|10:00:00.000000|11:00:00.000000|False|next",
                "a|s|2|11:00:00.000000|11:30:00.000000|False|next",
                "a|s|2.5|11:30:00.000000|12:00:00.000000|False|next",
                "a|s|3|12:00:00.000000|13:00:00.000000|False|next",
                "a|s|4|13:00:00.000000|-|True|-",
            ],
            await test.RowsAsync(Versions));
    }

    [Fact]
    public async Task Keys_are_compared_column_by_column()
    {
        await using var test = await StartAsync();
        await SyncAsync(test, Row(Ten, 1, "ab", "c"), Row(Ten, 2, "a", "bc"), Row(Ten, 3, "a|b", "c"), Row(Ten, 4, "a", "b|c"));

        Assert.Equal(1, (await SensorReading.PointInTimeAsync(test.Store, "ab", "c", Ten))!.Value);
        Assert.Equal(2, (await SensorReading.PointInTimeAsync(test.Store, "a", "bc", Ten))!.Value);
        Assert.Equal(3, (await SensorReading.OnlineFeaturesAsync(test.Store, "a|b", "c"))!.Value);
        Assert.Equal(4, (await SensorReading.OnlineFeaturesAsync(test.Store, "a", "b|c"))!.Value);
    }

    [Fact]
    public async Task An_empty_source_changes_nothing()
    {
        await using var test = await StartAsync();
        await SyncAsync(test, Row(Ten, 1));
        var result = await SyncAsync(test);

        Assert.Equal((0, 0, 0), (result.RowsRead, result.Inserted, result.Closed));
        Assert.Equal(["a|s|1|10:00:00.000000|-|True|-"], await test.RowsAsync(Versions));
    }

    [Fact]
    public async Task A_version_that_outlived_its_ttl_is_closed_by_the_load_and_counts_as_open_to_the_next()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>();
        var now = new DateTimeOffset(await test.ScalarAsync<DateTime>("SELECT now()"));
        var old = now.AddDays(-40);
        var first = await UserSpend.SyncAsync(test.Store, [new UserSpend { UserId = 1, Purchases = 1, At = old }]);
        Assert.Equal((1, 1), (first.Inserted, first.Expired));
        Assert.Equal(["ttl|False"], await test.RowsAsync("SELECT _closed_by, is_current FROM features.user_spend_v1"));

        var newer = await UserSpend.SyncAsync(test.Store, [new UserSpend { UserId = 1, Purchases = 2, At = old.AddDays(20) }]);
        Assert.Equal((1, 1, 0), (newer.Inserted, newer.Closed, newer.Expired));
        Assert.Equal(
            ["1|next|False", "2|-|True"],
            await test.RowsAsync("SELECT purchases, _closed_by, is_current FROM features.user_spend_v1 ORDER BY valid_from"));
    }

    private async Task<TestStore> StartAsync() => (await TestStore.CreateAsync(postgres)).Audits<SensorReading>();

    /// <summary>A session's counters are told when it ends: the load gets a store of its own, and the test waits for its session to be gone.</summary>
    private static async Task<string> CountersAfterAsync(TestStore test, SensorReading[] rows)
    {
        await using (var store = FeatureStore.Open(test.ConnectionString + ";Application Name=counted"))
            await SensorReading.SyncAsync(store, rows);
        while (await test.ScalarAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'counted'") > 0)
            await Task.Delay(5);
        return (await test.RowsAsync("SELECT n_tup_ins, n_tup_upd, n_tup_del FROM pg_stat_user_tables WHERE schemaname = 'features' AND relname = 'sensor_reading_v1'"))[0];
    }

    private static Task<SyncResult> SyncAsync(TestStore test, params SensorReading[] rows) => SensorReading.SyncAsync(test.Store, rows);

    private static SensorReading Row(DateTimeOffset at, double? value, string site = "a", string sensor = "s") =>
        new() { Site = site, Sensor = sensor, At = at, Value = value };
}
