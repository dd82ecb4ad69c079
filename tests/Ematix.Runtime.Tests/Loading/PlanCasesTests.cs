using static Ematix.Tests.Times;

namespace Ematix.Tests.Loading;

/// <summary>The cases by which the original plan says what a load is.</summary>
public sealed class PlanCasesTests(PostgresFixture postgres)
{
    private const string Readings = "SELECT site, sensor, value, valid_from, valid_to, _closed_by FROM features.sensor_reading_v1 WHERE valid_to IS NULL OR valid_to > valid_from ORDER BY site, sensor, valid_from";
    private const string Untouched = "SELECT ctid, xmin, r::text FROM features.sensor_reading_v1 AS r ORDER BY 1";

    private static readonly DateTimeOffset Start = At("2024-03-01 10:00");

    [Fact]
    public async Task An_event_with_an_explicit_time_starts_a_version_there_and_close_out_uses_it()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<SensorReading>();
        await SensorReading.SyncAsync(test.Store, [Reading(0)]);
        await SensorReading.SyncAsync(test.Store, [Reading(3)]);
        var history = await SensorReading.HistoryAsync(test.Store, "a", "s").ToArrayAsync();

        Assert.Equal([(Start, Start.AddHours(3)), (Start.AddHours(3), (DateTimeOffset?)null)], history.Select(version => (version.ValidFrom, version.ValidTo)));
    }

    [Fact]
    public async Task The_same_source_state_changes_nothing()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<SensorReading>();
        SensorReading[] source = [Reading(0), Reading(1), Reading(1, sensor: "t")];
        await SensorReading.SyncAsync(test.Store, source);
        var before = await test.RowsAsync(Untouched);

        Assert.Equal(3, (await SensorReading.SyncAsync(test.Store, source)).Unchanged);
        Assert.Equal(before, await test.RowsAsync(Untouched));
    }

    [Fact]
    public async Task A_row_of_ten_days_ago_with_a_ttl_of_seven_days_is_closed_by_the_load()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Engagement>();
        var now = await NowAsync(test);
        var load = await Engagement.SyncAsync(test.Store, [new Engagement { UserId = 1, At = now.AddDays(-10) }], new() { Ttl = TimeSpan.FromDays(7) });

        Assert.Equal((1, 1), (load.Inserted, load.Expired));
        var version = Assert.Single(await Engagement.HistoryAsync(test.Store, 1).ToArrayAsync());
        Assert.Equal((now.AddDays(-10), load.LoadedAt, "ttl", false), (version.ValidFrom, version.ValidTo!.Value, version.ClosedBy, version.IsCurrent));
    }

    [Fact]
    public async Task Three_events_of_one_key_in_one_batch_give_three_versions()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<SensorReading>();

        Assert.Equal(3, (await SensorReading.SyncAsync(test.Store, [Reading(1), Reading(0), Reading(2)])).Inserted);
        Assert.Equal([0, 1, 2], (await SensorReading.HistoryAsync(test.Store, "a", "s").ToArrayAsync()).Select(version => version.Row.Value));
    }

    [Fact]
    public async Task A_soft_deleted_key_that_returns_starts_a_new_version_and_keeps_its_gap()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        SyncOptions<Profile> soft = new() { HandleDeletes = HandleDeletes.Soft };
        Profile stays = new() { Id = 1 }, returns = new() { Id = 2, City = "Oslo" };
        var first = await Profile.SyncAsync(test.Store, [stays, returns], soft);
        var gone = await Profile.SyncAsync(test.Store, [stays], soft);
        var back = await Profile.SyncAsync(test.Store, [stays, returns], soft);
        var history = await Profile.HistoryAsync(test.Store, 2).ToArrayAsync();

        Assert.Equal([(first.LoadedAt, gone.LoadedAt, "delete"), (back.LoadedAt, (DateTimeOffset?)null, null)], history.Select(version => (version.ValidFrom, version.ValidTo, version.ClosedBy)));
        Assert.NotNull(await Profile.PointInTimeAsync(test.Store, 2, gone.LoadedAt - Microsecond));
        Assert.Null(await Profile.PointInTimeAsync(test.Store, 2, gone.LoadedAt));
        Assert.Null(await Profile.PointInTimeAsync(test.Store, 2, back.LoadedAt - Microsecond));
        Assert.NotNull(await Profile.PointInTimeAsync(test.Store, 2, back.LoadedAt));
    }

    [Fact]
    public async Task A_corrected_value_at_the_same_event_time_wins()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<SensorReading>();
        await SensorReading.SyncAsync(test.Store, [Reading(0), Reading(1)]);
        await SensorReading.SyncAsync(test.Store, [Reading(1, value: 17)]);

        Assert.Equal(17, (await SensorReading.PointInTimeAsync(test.Store, "a", "s", Start.AddHours(1)))!.Value);
        Assert.Equal(0, (await SensorReading.PointInTimeAsync(test.Store, "a", "s", Start.AddHours(1) - Microsecond))!.Value);
        Assert.Equal(17, (await SensorReading.OnlineFeaturesAsync(test.Store, "a", "s"))!.Value);
    }

    [Fact]
    public async Task A_backfill_of_a_year_after_a_week_of_steady_loads_gives_the_history_of_one_load_in_order()
    {
        const int days = 372, steadyFrom = 365;
        string[] sensors = ["every day", "every third day", "only before", "only after"];
        SensorReading[] source =
        [
            .. from day in Enumerable.Range(0, days)
               from sensor in sensors
               where sensor switch { "every third day" => day % 3 == 0, "only before" => day < steadyFrom, "only after" => day >= steadyFrom, _ => true }
               select Reading(24 * day, sensor),
        ];

        await using var inOrder = (await TestStore.CreateAsync(postgres)).Audits<SensorReading>();
        await SensorReading.SyncAsync(inOrder.Store, source);

        await using var steady = (await TestStore.CreateAsync(postgres)).Audits<SensorReading>();
        for (var day = steadyFrom; day < days; day++)
            await SensorReading.SyncAsync(steady.Store, source.Where(row => row.At == Start.AddDays(day)));
        SyncOptions<SensorReading> backfill = new() { BackfillWindow = new(Start, Start.AddDays(steadyFrom)) };
        var filled = await SensorReading.SyncAsync(steady.Store, source.Reverse(), backfill);
        var again = await SensorReading.SyncAsync(steady.Store, source, backfill);

        Assert.Equal(source.Count(row => row.At < Start.AddDays(steadyFrom)), filled.Inserted);
        Assert.Equal((filled.Inserted, 0, 0), (again.Unchanged, again.Inserted, again.Closed));
        Assert.Equal(await inOrder.RowsAsync(Readings), await steady.RowsAsync(Readings));
    }

    [Fact]
    public async Task Ttl_and_event_time_together_survive_any_number_of_loads()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Engagement>();
        var now = await NowAsync(test);
        var ttl = TimeSpan.FromDays(10);
        int[] ages = [25, 24, 13, 2];
        Engagement[] events = [.. ages.Select(days => new Engagement { UserId = 1, Clicks = days, At = now.AddDays(-days) })];
        var seen = new List<Engagement>();
        foreach (var next in events)
        {
            seen.Add(next);
            Assert.Equal(1, (await Engagement.SyncAsync(test.Store, seen)).Inserted);
            for (var i = 0; i < 3; i++)
            {
                var again = await Engagement.SyncAsync(test.Store, seen);
                Assert.Equal((seen.Count, 0, 0, 0), (again.Unchanged, again.Inserted, again.Closed, again.Expired));
            }

            foreach (var (i, each) in seen.Index())
            {
                var end = i + 1 < seen.Count && seen[i + 1].At < each.At + ttl + Microsecond ? seen[i + 1].At : each.At + ttl + Microsecond;
                Assert.Equal(each.Clicks, (await Engagement.PointInTimeAsync(test.Store, 1, each.At))?.Clicks);
                Assert.Equal(each.Clicks, (await Engagement.PointInTimeAsync(test.Store, 1, end - Microsecond))?.Clicks);
                Assert.NotEqual(each.Clicks, (await Engagement.PointInTimeAsync(test.Store, 1, end))?.Clicks);
            }
        }

        Assert.Equal(4, await test.ScalarAsync<int>("SELECT count(*) FROM features.engagement_v1"));
        Assert.Equal(2, (await Engagement.OnlineFeaturesAsync(test.Store, 1))!.Clicks);
    }

    private static async Task<DateTimeOffset> NowAsync(TestStore test) => new(await test.ScalarAsync<DateTime>("SELECT now()"));

    private static SensorReading Reading(int hour, string sensor = "s", double? value = null) => new() { Site = "a", Sensor = sensor, At = Start.AddHours(hour), Value = value ?? hour };
}
