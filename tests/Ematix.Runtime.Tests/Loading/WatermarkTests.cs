using static Ematix.Tests.Times;

namespace Ematix.Tests.Loading;

/// <summary>Semantics §5, watermarks: only what is new is read, nothing is lost, and how far was read commits with the rows.</summary>
public sealed class WatermarkTests(PostgresFixture postgres)
{
    private const string Kept = "SELECT view_name, column_name, feature_set, column_type, value FROM ematix_flow.watermarks ORDER BY column_name, feature_set";
    private const string Clicks = "SELECT user_id, clicks, plan, at, updated_at FROM clicks";

    private static readonly DateTimeOffset Ten = At("2024-03-01 10:00");
    private static readonly SyncOptions<Engagement> ByUpdate = new() { IncrementalColumn = "updated_at" };

    [Fact]
    public async Task The_first_load_reads_all_and_the_next_from_the_greatest_value_on()
    {
        await using var test = await StoreAsync();
        await ClickAsync(test, 1, 0, 5, "10:00:00");
        await ClickAsync(test, 1, 1, 6, "10:00:01");
        var first = await Engagement.SyncAsync(test.Store, Source.Sql(Clicks), ByUpdate);
        await ClickAsync(test, 1, 2, 7, "10:00:01");
        await ClickAsync(test, 2, 0, 8, "10:00:00.999999");
        var second = await Engagement.SyncAsync(test.Store, Source.Sql(Clicks), ByUpdate);

        Assert.Equal((2, 2, new Watermark("updated_at", Ten.AddSeconds(1))), (first.RowsRead, first.Inserted, first.Watermark));
        Assert.Equal((2, 1, 1, new Watermark("updated_at", Ten.AddSeconds(1))), (second.RowsRead, second.Unchanged, second.Inserted, second.Watermark));
        Assert.Equal(["5", "6", "7"], await test.RowsAsync("SELECT clicks FROM features.engagement_v1 ORDER BY at"));
        Assert.Equal(["features.engagement.v1|updated_at|System.String[]|timestamptz|2024-03-01T10:00:01.000000Z"], await test.RowsAsync(Kept));
        Assert.Equal(["updated_at|2024-03-01T10:00:01.000000Z", "updated_at|2024-03-01T10:00:01.000000Z"], await test.RowsAsync("SELECT incremental_column, watermark FROM ematix_flow.run_history"));
    }

    [Fact]
    public async Task Append_reads_above_it_only_and_adds_nothing_twice()
    {
        await using var test = await StoreAsync();
        await test.ExecuteAsync("CREATE TABLE notes AS SELECT n AS id, 'n' || n AS note, n AS seq FROM generate_series(1, 3) AS n");
        SyncOptions<Appended> options = new() { IncrementalColumn = "seq" };
        await Appended.SyncAsync(test.Store, Source.Sql("SELECT * FROM notes"), options);
        await test.ExecuteAsync("INSERT INTO notes VALUES (4, 'n4', 3), (5, 'n5', 4)");
        var second = await Appended.SyncAsync(test.Store, Source.Sql("SELECT * FROM notes"), options);
        var third = await Appended.SyncAsync(test.Store, [new Appended { Id = 5 }, new Appended { Id = 6 }], new() { IncrementalColumn = "id" });
        var fourth = await Appended.SyncAsync(test.Store, [new Appended { Id = 6 }, new Appended { Id = 7 }], new() { IncrementalColumn = "id" });

        Assert.Equal((1, 1, new Watermark("seq", 4L)), (second.RowsRead, second.Inserted, second.Watermark));
        Assert.Equal((2, 2), (third.RowsStaged, third.Inserted));
        Assert.Equal((2, 1, 1, new Watermark("id", 7L)), (fourth.RowsRead, fourth.RowsStaged, fourth.Inserted, fourth.Watermark));
        Assert.Equal(["1", "2", "3", "5", "5", "6", "7"], await test.RowsAsync("SELECT id FROM features.appended_v1 ORDER BY id"));
    }

    [Fact]
    public async Task Rows_committed_late_are_found_within_the_lookback_to_the_microsecond()
    {
        await using var test = await StoreAsync();
        await ClickAsync(test, 1, 0, 1, "12:00:00");
        await Engagement.SyncAsync(test.Store, Source.Sql(Clicks), ByUpdate);
        await ClickAsync(test, 2, 0, 2, "11:00:00");
        await ClickAsync(test, 3, 0, 3, "10:59:59.999999");

        Assert.Equal(1, (await Engagement.SyncAsync(test.Store, Source.Sql(Clicks), ByUpdate)).RowsRead);
        var back = await Engagement.SyncAsync(test.Store, Source.Sql(Clicks), ByUpdate with { Lookback = TimeSpan.FromHours(1) });
        Assert.Equal((2, 1, 1), (back.RowsRead, back.Unchanged, back.Inserted));
        Assert.Equal(Ten.AddHours(2), back.Watermark!.Value);
        Assert.Equal(3, (await Engagement.SyncAsync(test.Store, Source.Sql(Clicks), ByUpdate with { Lookback = TimeSpan.FromDays(10_000_000) })).RowsRead);
        Assert.Equal(3, await test.ScalarAsync<int>("SELECT count(*) FROM features.engagement_v1"));
    }

    [Fact]
    public async Task It_never_moves_back_and_an_empty_source_leaves_it()
    {
        await using var test = await StoreAsync();
        Assert.Null((await Engagement.SyncAsync(test.Store, Source.Sql(Clicks), ByUpdate)).Watermark);
        Assert.Empty(await test.RowsAsync(Kept));

        await ClickAsync(test, 1, 0, 1, "12:00:00");
        await Engagement.SyncAsync(test.Store, Source.Sql(Clicks), ByUpdate);
        await test.ExecuteAsync("UPDATE clicks SET updated_at = updated_at - interval '1 minute'");
        Assert.Equal(Ten.AddHours(2), (await Engagement.SyncAsync(test.Store, Source.Sql(Clicks), ByUpdate with { Lookback = TimeSpan.FromHours(1) })).Watermark!.Value);
        await test.ExecuteAsync("DELETE FROM clicks");
        Assert.Equal(Ten.AddHours(2), (await Engagement.SyncAsync(test.Store, Source.Sql(Clicks), ByUpdate)).Watermark!.Value);
    }

    [Fact]
    public async Task It_commits_with_the_rows_or_not_at_all()
    {
        await using var test = await StoreAsync();
        await ClickAsync(test, 1, 1, 1, "10:00:00");
        var dry = await Engagement.SyncAsync(test.Store, Source.Sql(Clicks), ByUpdate with { DryRun = true });
        Assert.Equal(Ten, dry.Watermark!.Value);
        await Engagement.EnsureAsync(test.Store);
        Assert.Empty(await test.RowsAsync(Kept));

        await Engagement.SyncAsync(test.Store, Source.Sql(Clicks), ByUpdate);
        var kept = await test.RowsAsync(Kept);
        await ClickAsync(test, 1, 0, 2, "11:00:00");
        await Assert.ThrowsAsync<LateArrivalException>(() => Engagement.SyncAsync(test.Store, Source.Sql(Clicks), ByUpdate));
        Assert.Equal(kept, await test.RowsAsync(Kept));
        Assert.Equal(1, (await Engagement.SyncAsync(test.Store, Source.Sql(Clicks), ByUpdate with { LateArrivals = LateArrivals.Insert })).Inserted);
    }

    [Fact]
    public async Task A_backfill_neither_uses_nor_moves_it()
    {
        await using var test = await StoreAsync();
        await ClickAsync(test, 1, 5, 5, "12:00:00");
        await Engagement.SyncAsync(test.Store, Source.Sql(Clicks), ByUpdate);
        var kept = await test.RowsAsync(Kept);
        await ClickAsync(test, 1, 1, 1, "09:00:00");
        await ClickAsync(test, 1, 2, 2, "23:00:00");
        var backfill = await Engagement.SyncAsync(test.Store, Source.Sql(Clicks), ByUpdate with { BackfillWindow = new(Ten, Ten.AddHours(5)) });

        Assert.Equal((2, 2, null), (backfill.RowsStaged, backfill.Inserted, backfill.Watermark));
        Assert.Equal(kept, await test.RowsAsync(Kept));
    }

    [Fact]
    public async Task Future_events_that_are_skipped_do_not_move_it_beyond_what_is_still_to_come()
    {
        await using var test = await StoreAsync();
        var now = new DateTimeOffset(await test.ScalarAsync<DateTime>("SELECT now()"));
        SyncOptions<Engagement> byEvent = new() { IncrementalColumn = "at", FutureEvents = FutureEvents.Skip, ClockTolerance = TimeSpan.Zero };
        var first = await Engagement.SyncAsync(test.Store, [Click(now.AddHours(-2)), Click(now.AddYears(1))], byEvent);
        var second = await Engagement.SyncAsync(test.Store, [Click(now.AddHours(-2)), Click(now.AddHours(-1)), Click(now.AddYears(1))], byEvent);

        Assert.Equal((1, 1, now.AddHours(-2)), (first.Skipped, first.Inserted, first.Watermark!.Value));
        Assert.Equal((1, 1, now.AddHours(-1)), (second.Skipped, second.Inserted, second.Watermark!.Value));

        static Engagement Click(DateTimeOffset at) => new() { UserId = 1, At = at };
    }

    [Fact]
    public async Task Rows_without_a_place_in_the_order_are_refused()
    {
        await using var test = await StoreAsync();
        await ClickAsync(test, 1, 0, 1, "10:00:00");
        await Engagement.SyncAsync(test.Store, Source.Sql(Clicks), ByUpdate);
        foreach (var wrong in new[] { "NULL", "'infinity'", "'10000-01-01 00:00+00'" })
        {
            await test.ExecuteAsync($"DELETE FROM clicks; INSERT INTO clicks VALUES (7, 1, NULL, now(), {wrong}), (8, 1, NULL, now(), now())");
            var refused = await Assert.ThrowsAsync<IncrementalValueException>(() => Engagement.SyncAsync(test.Store, Source.Sql(Clicks), ByUpdate));
            Assert.Equal(("updated_at", 1, "(user_id = 7)"), (refused.Column, refused.RowCount, Assert.Single(refused.SampleKeys)));
        }
    }

    [Fact]
    public async Task Another_column_and_another_feature_set_have_watermarks_of_their_own()
    {
        await using var test = await StoreAsync();
        await ClickAsync(test, 1, 0, 1, "12:00:00");
        await Engagement.SyncAsync(test.Store, Source.Sql(Clicks), ByUpdate);
        await ClickAsync(test, 2, 0, 1, "10:00:00");
        Assert.Equal(2, (await Engagement.SyncAsync(test.Store, Source.Sql("SELECT user_id, clicks, plan, at, updated_at AS changed FROM clicks"), new() { IncrementalColumn = "changed" })).RowsRead);

        var plans = Source.Sql("SELECT user_id, plan, at + interval '1 hour' AS at, updated_at FROM clicks");
        var set = ByUpdate with { FeatureSet = [Engagement.Columns.Plan] };
        Assert.Equal(2, (await Engagement.SyncAsync(test.Store, plans, set)).RowsRead);
        Assert.Equal(1, (await Engagement.SyncAsync(test.Store, plans, set)).RowsRead);
        Assert.Equal(["changed|", "updated_at|", "updated_at|at,plan"], await test.RowsAsync("SELECT column_name, array_to_string(feature_set, ',') FROM ematix_flow.watermarks ORDER BY 1, 2"));
    }

    [Fact]
    public async Task A_column_that_changed_its_type_is_refused_until_its_watermark_is_dropped()
    {
        await using var test = await StoreAsync();
        await ClickAsync(test, 1, 0, 1, "10:00:00");
        await Engagement.SyncAsync(test.Store, Source.Sql(Clicks), ByUpdate);
        var asDate = Source.Sql("SELECT user_id, clicks, plan, at, updated_at::date AS updated_at FROM clicks");
        var refused = await Assert.ThrowsAsync<SourceSchemaException>(() => Engagement.SyncAsync(test.Store, asDate, ByUpdate));
        Assert.Contains("its watermark was kept as timestamptz", Assert.Single(refused.Differences), StringComparison.Ordinal);

        await test.ExecuteAsync("DELETE FROM ematix_flow.watermarks");
        Assert.Equal(new DateOnly(2024, 3, 1), (await Engagement.SyncAsync(test.Store, asDate, ByUpdate)).Watermark!.Value);
    }

    [Fact]
    public async Task Of_tied_rows_the_one_with_the_greatest_value_counts_whatever_the_querys_order()
    {
        await using var test = await StoreAsync();
        foreach (var order in new[] { "seq DESC", "seq" })
        {
            string query = $"SELECT * FROM (VALUES (3, 30, 'c'), (1, 10, 'a'), (2, 20, 'b')) AS v (seq, clicks, plan) CROSS JOIN (SELECT 1 AS user_id, timestamptz '2024-03-01 10:00+00' AS at) AS k ORDER BY {order}";
            await Engagement.SyncAsync(test.Store, Source.Sql(query), new() { IncrementalColumn = "seq" });
        }

        Assert.Equal(["30|c"], await test.RowsAsync("SELECT clicks, plan FROM features.engagement_v1"));
    }

    [Fact]
    public async Task A_query_with_parameters_of_its_own_keeps_them()
    {
        await using var test = await StoreAsync();
        await ClickAsync(test, 1, 0, 1, "10:00:00");
        await ClickAsync(test, 2, 0, 2, "10:00:01");
        for (var i = 0; i < 2; i++)
        {
            var (user, plan) = (2, "none");
            var load = await Engagement.SyncAsync(test.Store, Source.Sql($"SELECT user_id, clicks, coalesce(plan, {plan}) AS plan, at, updated_at FROM clicks WHERE user_id = {user};"), ByUpdate);
            Assert.Equal(1, load.RowsRead);
        }

        Assert.Equal(["2|none"], await test.RowsAsync("SELECT user_id, plan FROM features.engagement_v1"));
    }

    private async Task<TestStore> StoreAsync()
    {
        var test = (await TestStore.CreateAsync(postgres, "timezone = 'America/St_Johns'", "datestyle = 'SQL, DMY'")).Audits<Engagement>();
        await test.ExecuteAsync("CREATE TABLE clicks (user_id bigint, clicks bigint, plan text, at timestamptz, updated_at timestamptz)");
        return test;
    }

    private static Task ClickAsync(TestStore test, long user, int hour, long clicks, string updated) =>
        test.ExecuteAsync($"INSERT INTO clicks VALUES ({user}, {clicks}, NULL, timestamptz '2024-03-01 10:00+00' + interval '{hour} hours', '2024-03-01 {updated}+00')");
}
