namespace Ematix.Tests.Loading;

/// <summary>What a load says of itself: the way its rows took, its steps, and what it changed of the view for this once.</summary>
public sealed class SyncResultTests(PostgresFixture postgres)
{
    private const string Overrides = "SELECT mode, event_timestamp_column, ttl, incremental_column, rows_read, rows_staged FROM ematix_flow.run_history ORDER BY started_at";

    [Fact]
    public async Task The_path_says_whether_rows_left_the_server()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();

        Assert.Equal(SyncPath.Client, (await Profile.SyncAsync(test.Store, [new Profile { Id = 1 }])).Path);
        Assert.Equal(SyncPath.SameDatabase, (await Profile.SyncAsync(test.Store, Source.Sql("SELECT 1 AS id, NULL::text AS city, false AS active, NULL::float8 AS score"))).Path);
    }

    [Fact]
    public async Task Steps_come_in_the_order_in_which_they_ran_and_add_up()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<OnlineProfile>();
        var history = await OnlineProfile.SyncAsync(test.Store, [new OnlineProfile { Id = 1 }]);
        var plain = await Appended.SyncAsync(test.Store, [new Appended { Id = 1 }]);
        var dry = await Appended.SyncAsync(test.Store, [new Appended { Id = 1 }], new() { DryRun = true, EnsureFirst = false });

        Assert.Equal("Ensure Begin Lock Stage Inspect Clock Reduce FindChanges Close Insert Online Catalog Commit", Kinds(history));
        Assert.Equal("Ensure Begin Lock Stage Inspect Clock Insert Catalog Commit", Kinds(plain));
        Assert.Equal("Lock Stage Inspect Clock Insert Catalog", Kinds(dry));
        foreach (var load in new[] { history, plain, dry })
        {
            Assert.All(load.Steps, step => Assert.True(step.Duration >= TimeSpan.Zero));
            Assert.InRange(load.Steps.Aggregate(TimeSpan.Zero, (sum, step) => sum + step.Duration), TimeSpan.FromTicks(1), load.Duration);
        }

        static string Kinds(SyncResult load) => string.Join(' ', load.Steps.Select(step => step.Kind));
    }

    [Fact]
    public async Task What_a_load_changes_of_the_view_is_recorded_with_its_run_and_with_one_that_fails()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Order>();
        var at = new DateTimeOffset(await test.ScalarAsync<DateTime>("SELECT now() - interval '1 day'"));
        SyncOptions<Order> options = new() { EventTimestamp = Order.Columns.ShippedAt, Ttl = TimeSpan.FromDays(40) };
        await Order.SyncAsync(test.Store, [new Order { Id = 1, OrderedAt = at, ShippedAt = at }], options);
        await Assert.ThrowsAsync<EventTimeException>(() => Order.SyncAsync(test.Store, [new Order { Id = 1, OrderedAt = at, ShippedAt = at.AddYears(1) }], options));
        await LatestOnly.SyncAsync(test.Store, [new LatestOnly { Id = 1 }]);

        Assert.Equal(
            ["scd2|shipped_at|40.00:00:00|-|1|1", "scd2|shipped_at|40.00:00:00|-|-|-", "merge|-|-|-|1|1"],
            await test.RowsAsync(Overrides.Replace("ttl,", "extract(epoch FROM ttl) * interval '1 second',", StringComparison.Ordinal)));
    }
}
