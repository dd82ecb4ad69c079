using static Ematix.Tests.Times;

namespace Ematix.Tests.Loading;

/// <summary>Options of one load: what is compared, which instant counts, how long values live, what is read, and whether anything stays.</summary>
public sealed class LoadOptionTests(PostgresFixture postgres)
{
    private static readonly DateTimeOffset Ten = At("2024-03-01 10:00");

    [Fact]
    public async Task Only_compared_columns_make_a_version_but_it_carries_all()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        SyncOptions<Profile> cities = new() { CompareColumns = [Profile.Columns.City] };
        await Profile.SyncAsync(test.Store, [new Profile { Id = 1, City = "Oslo", Score = 1 }], cities);
        Assert.Equal(1, (await Profile.SyncAsync(test.Store, [new Profile { Id = 1, City = "Oslo", Score = 2 }], cities)).Unchanged);
        Assert.Equal(1, (await Profile.SyncAsync(test.Store, [new Profile { Id = 1, City = "Rome", Score = 3 }], cities)).Inserted);

        Assert.Equal(["Oslo|1", "Rome|3"], await test.RowsAsync("SELECT city, score FROM features.profile_v1 ORDER BY valid_from"));
    }

    [Fact]
    public async Task A_load_may_take_another_instant_as_its_event_time()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Order>();
        await Order.SyncAsync(
            test.Store,
            [Shipped(3, "shipped"), Shipped(1, "packed")],
            new() { EventTimestamp = Order.Columns.ShippedAt });

        Assert.Equal("packed", (await Order.PointInTimeAsync(test.Store, 1, Ten.AddHours(3) - Microsecond))!.State);
        Assert.Equal("shipped", (await Order.PointInTimeAsync(test.Store, 1, Ten.AddHours(3)))!.State);
        Assert.Null(await Order.PointInTimeAsync(test.Store, 1, Ten));

        static Order Shipped(int hours, string state) => new() { Id = 1, State = state, OrderedAt = Ten, ShippedAt = Ten.AddHours(hours) };
    }

    [Fact]
    public async Task An_event_time_that_the_view_has_not_is_refused()
    {
        await using var test = await TestStore.CreateAsync(postgres);

        await Assert.ThrowsAsync<ArgumentException>(() => Order.SyncAsync(test.Store, [], new() { EventTimestamp = Order.Columns.State }));
        await Assert.ThrowsAsync<ArgumentException>(() => Profile.SyncAsync(test.Store, [], new() { EventTimestamp = Profile.Columns.City }));
    }

    [Fact]
    public async Task Values_out_of_range_and_options_without_effect_are_refused()
    {
        await using var test = await TestStore.CreateAsync(postgres);

        foreach (var fraction in new[] { -0.1, 1.1, double.NaN })
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Profile.SyncAsync(test.Store, [], new() { MaxDeleteFraction = fraction }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Profile.SyncAsync(test.Store, [], new() { ClockTolerance = TimeSpan.FromTicks(-1) }));
        await Assert.ThrowsAsync<ArgumentException>(() => LatestOnly.SyncAsync(test.Store, [], new() { Ttl = TimeSpan.FromDays(1) }));
        await Assert.ThrowsAsync<RuleViolationException>(() => Profile.SyncAsync(test.Store, [], Unknown(new() { HandleDeletes = HandleDeletes.Soft }, HandleDeletes.Hard)));

        static SyncOptions<Profile> Unknown(SyncOptions<Profile> options, HandleDeletes deletes) => options with { HandleDeletes = deletes };
    }

    [Fact]
    public async Task A_load_may_expire_by_another_ttl_while_reads_keep_the_views()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>();
        var now = new DateTimeOffset(await test.ScalarAsync<DateTime>("SELECT now()"));
        var result = await UserSpend.SyncAsync(
            test.Store,
            [new UserSpend { UserId = 1, Purchases = 1, At = now.AddDays(-10) }, new UserSpend { UserId = 2, Purchases = 2, At = now.AddDays(-1) }],
            new() { Ttl = TimeSpan.FromDays(7) });

        Assert.Equal((2, 1), (result.Inserted, result.Expired));
        Assert.Equal(["1|ttl", "2|-"], await test.RowsAsync("SELECT user_id, _closed_by FROM features.user_spend_v1 ORDER BY 1"));
        Assert.NotNull(await UserSpend.PointInTimeAsync(test.Store, 1, now.AddDays(-1)));
    }

    [Fact]
    public async Task A_backfill_reads_its_window_and_puts_late_events_in_their_place()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<SensorReading>();
        await SensorReading.SyncAsync(test.Store, [Reading(5)]);
        var result = await SensorReading.SyncAsync(
            test.Store, Enumerable.Range(0, 5).Select(Reading), new() { BackfillWindow = new(Ten.AddHours(1), Ten.AddHours(3)) });

        Assert.Equal((5, 2, 2), (result.RowsRead, result.RowsStaged, result.Inserted));
        Assert.Equal([1, 2, 5], (await SensorReading.HistoryAsync(test.Store, "a", "s").ToArrayAsync()).Select(version => version.Row.Value));
    }

    [Fact]
    public async Task Future_events_may_be_skipped_and_are_counted()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<SensorReading>();
        var result = await SensorReading.SyncAsync(
            test.Store,
            Source.Sql("""
                SELECT 'a' AS site, 's' AS sensor, clock_timestamp() + n * interval '1 hour' AS at, n::float8 AS value, NULL::text AS note FROM generate_series(-1, 2) AS n
                """),
            new() { FutureEvents = FutureEvents.Skip, ClockTolerance = TimeSpan.FromMilliseconds(100) });

        Assert.Equal((4, 2, 2), (result.RowsRead, result.Skipped, result.Inserted));
        Assert.Equal(0, (await SensorReading.OnlineFeaturesAsync(test.Store, "a", "s"))!.Value);
    }

    [Fact]
    public async Task A_dry_run_reports_what_would_happen_and_leaves_nothing()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var nothing = await test.RowsAsync("SELECT nspname FROM pg_namespace ORDER BY 1");
        var dry = await Profile.SyncAsync(test.Store, [new Profile { Id = 1 }, new Profile { Id = 2 }], new() { DryRun = true });
        Assert.Equal((true, 2), (dry.IsDryRun, dry.Inserted));
        Assert.Equal(nothing, await test.RowsAsync("SELECT nspname FROM pg_namespace ORDER BY 1"));

        var wet = await Profile.SyncAsync(test.Store, [new Profile { Id = 1 }]);
        var before = await test.RowsAsync("SELECT xmin, p::text FROM features.profile_v1 AS p UNION ALL SELECT xmin, f::text FROM ematix_flow.feature_views AS f");
        Assert.Equal((1, 1), await Profile.SyncAsync(test.Store, [new Profile { Id = 1, City = "Oslo" }], new() { DryRun = true }) is { } second ? (second.Inserted, second.Closed) : default);
        Assert.Equal(before, await test.RowsAsync("SELECT xmin, p::text FROM features.profile_v1 AS p UNION ALL SELECT xmin, f::text FROM ematix_flow.feature_views AS f"));
        Assert.False(wet.IsDryRun);
    }

    [Fact]
    public async Task A_clock_that_went_back_is_not_waited_for()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<SensorReading>();
        await SensorReading.SyncAsync(test.Store, [Reading(0)]);
        await test.ExecuteAsync("UPDATE ematix_flow.feature_views SET last_synced_at = now() + interval '1 day'");
        var ahead = new SensorReading { Site = "a", Sensor = "s", At = DateTimeOffset.UtcNow.AddDays(1).AddMinutes(10) };
        SyncOptions<SensorReading> tolerant = new() { ClockTolerance = TimeSpan.FromHours(1) };

        await Assert.ThrowsAsync<EventTimeException>(() => SensorReading.SyncAsync(test.Store, [ahead], tolerant));
        Assert.Equal(1, (await SensorReading.SyncAsync(test.Store, [ahead], tolerant with { FutureEvents = FutureEvents.Skip })).Skipped);
        var result = await SensorReading.SyncAsync(test.Store, [Reading(1)]);
        Assert.Equal((true, 1), (result.ClockAdjusted, result.Inserted));
    }

    [Fact]
    public async Task The_same_row_placed_by_two_event_times_is_two_versions()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Order>();
        Order order = new() { Id = 1, State = "new", OrderedAt = Ten.AddHours(1), ShippedAt = Ten };
        await Order.SyncAsync(test.Store, [order], new() { EventTimestamp = Order.Columns.ShippedAt });
        await Order.SyncAsync(test.Store, [order]);

        Assert.Equal([Ten, Ten.AddHours(1)], (await Order.HistoryAsync(test.Store, 1).ToArrayAsync()).Select(version => version.ValidFrom));
    }

    private static SensorReading Reading(int hour) => new() { Site = "a", Sensor = "s", At = Ten.AddHours(hour), Value = hour };
}
