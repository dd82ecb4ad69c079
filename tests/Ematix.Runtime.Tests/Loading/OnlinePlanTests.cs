using System.Globalization;
using System.Text.RegularExpressions;
using Ematix.Model;
using Ematix.Planning;
using Ematix.Sql;
using Npgsql;

namespace Ematix.Tests.Loading;

/// <summary>
/// No statement of a load scans a history whose current rows are what matters, and an online table costs what changed. History has ten versions a
/// key here, 1 % of the keys change, and statistics are as autovacuum would have made them.
/// </summary>
public sealed class OnlinePlanTests(PostgresFixture postgres)
{
    private const int Keys = 20_000;

    [Fact]
    public async Task A_snapshot_view_with_an_online_table_scans_neither_history_nor_table()
    {
        await using var test = await StartAsync<OnlineCity>("i, 'Oslo'", "i, 'Oslo', day(10)");
        await using var load = await Planned.BeginAsync<OnlineCity>(test, LoadOptionsModel.Default with { Ttl = TimeSpan.FromDays(10_000) });
        await load.StageAsync($"SELECT i AS id, CASE WHEN i % 100 = 0 THEN 'Rome' ELSE 'Oslo' END AS city FROM generate_series(1, {Keys}) AS i");

        await AssertNoScanAsync<OnlineCity>(load);
    }

    [Fact]
    public async Task A_snapshot_view_with_soft_deletes_does_not_scan_history()
    {
        await using var test = await StartAsync<OnlineCity>("i, 'Oslo'", "i, 'Oslo', day(10)");
        await using var load = await Planned.BeginAsync<OnlineCity>(test, LoadOptionsModel.Default with { HandleDeletes = HandleDeletes.Soft });
        await load.StageAsync($"SELECT i AS id, 'Oslo' AS city FROM generate_series(1, {Keys}) AS i WHERE i % 100 <> 0");
        string[] statements = [load.Plan.CountDeletes!, load.Plan.SampleDeletes!, load.Plan.Delete!];

        foreach (var statement in statements)
            Assert.DoesNotMatch(ScanOf<OnlineCity>(), await load.ExplainAsync(statement, Now, NoTtl));
    }

    [Fact]
    public async Task A_materialized_view_is_made_of_the_current_rows_without_a_scan_of_history()
    {
        await using var test = await StartAsync<OnlineProfile>("i, 'Oslo'", null);
        await using var load = await Planned.BeginAsync<OnlineProfile>(test, LoadOptionsModel.Default);

        Assert.DoesNotMatch(ScanOf<OnlineProfile>(), await load.ExplainAsync(OnlinePlanner.Current(load.Plan.View)));
    }

    [Fact]
    public async Task An_event_time_view_with_an_online_table_scans_neither_history_nor_table()
    {
        await using var test = await StartAsync<OnlineSpend>("'eu', i, v, day(v)", "'eu', i, 10, day(10), day(10)");
        await using var load = await Planned.BeginAsync<OnlineSpend>(test, LoadOptionsModel.Default with { Ttl = TimeSpan.FromDays(10_000) });
        await load.StageAsync($"SELECT 'eu' AS region, i::bigint AS user_id, 11::bigint AS purchases, timestamptz '2024-01-11 12:00Z' + (i % 3) * interval '1 second' AS at FROM generate_series(100, {Keys}, 100) AS i");

        await AssertNoScanAsync<OnlineSpend>(load);
    }

    [Fact]
    public async Task What_is_read_for_an_online_table_grows_with_what_changed()
    {
        await using var test = await StartAsync<OnlineCity>("i, 'Oslo'", "i, 'Oslo', day(10)");
        var few = await BlocksAsync(test, 10);
        var many = await BlocksAsync(test, 400);

        Assert.True(many > 20 * few, $"10 changes read {few} blocks, 400 read {many}.");
    }

    /// <summary>Explains each statement on what those before it have made, then runs it.</summary>
    private static async Task AssertNoScanAsync<TView>(Planned load)
        where TView : class, IFeatureView<TView>
    {
        var plan = load.Plan;
        var isSnapshot = plan.View.EventTime is null;
        (string? Text, Func<NpgsqlParameter>[] Parameters)[] statements =
        [
            (plan.FindChanges, isSnapshot ? [Now, NoTtl] : []), (plan.LateEvents, []), (plan.Close, isSnapshot ? [Now] : []), (plan.Insert, [Now, Batch]),
            (plan.Expire, [Now, Long]), (plan.UpsertOnline, []),
        ];
        foreach (var (text, parameters) in statements)
        {
            if (text is null)
                continue;
            Assert.DoesNotMatch(ScanOf<TView>(), await load.ExplainAsync(text, parameters));
            await load.RunAsync(text, parameters);
        }
    }

    private static async Task<long> BlocksAsync(TestStore test, int changes)
    {
        await using var load = await Planned.BeginAsync<OnlineCity>(test, LoadOptionsModel.Default);
        await load.StageAsync($"SELECT i AS id, 'Rome' AS city FROM generate_series(1, {changes}) AS i");
        await load.RunAsync(load.Plan.FindChanges!, Now, NoTtl);
        await load.RunAsync(load.Plan.Close!, Now);
        await load.RunAsync(load.Plan.Insert, Now, Batch);
        var plan = await load.ExplainAsync(load.Plan.UpsertOnline!, "ANALYZE, BUFFERS, TIMING OFF");
        var buffers = Regex.Match(plan, "Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");
        return buffers.Groups.Values.Skip(1).Where(group => group.Success).Sum(group => long.Parse(group.Value, CultureInfo.InvariantCulture));
    }

    /// <summary>A scan of all of the history, or of all of its online table.</summary>
    private static string ScanOf<TView>()
        where TView : class, IFeatureView<TView> => $"Seq Scan on {TView.Definition.Table}(__online)?( |\n|$)";

    private static NpgsqlParameter Now() => new() { Value = DateTime.UtcNow };

    private static NpgsqlParameter Batch() => new() { Value = Guid.NewGuid() };

    private static NpgsqlParameter NoTtl() => new() { Value = DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Interval };

    private static NpgsqlParameter Long() => new() { Value = TimeSpan.FromDays(10_000), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Interval };

    /// <param name="columns">The view's columns of version v of key i; <c>day(v)</c> is when it starts.</param>
    /// <param name="online">The columns of the online table, or null where there is none.</param>
    private async Task<TestStore> StartAsync<TView>(string columns, string? online)
        where TView : class, IFeatureView<TView>
    {
        var (test, view) = (await TestStore.CreateAsync(postgres), TView.Definition);
        await Runtime.ViewOperations.EnsureAsync<TView>(test.Store, OnDrift.Error, TestContext.Current.CancellationToken);
        await test.ExecuteAsync(Dated($"""
            INSERT INTO {Identifier.Table(view)}
            SELECT {columns}, day(v), CASE WHEN v < 10 THEN day(v + 1) END, v = 10, 0, day(v), gen_random_uuid(), CASE WHEN v < 10 THEN 'next' END
            FROM generate_series(1, 10) AS v, generate_series(1, {Keys}) AS i;
            ANALYZE {Identifier.Table(view)}
            """));
        if (online is not null)
            await test.ExecuteAsync(Dated($"INSERT INTO {OnlinePlanner.Name(view)} SELECT {online} FROM generate_series(1, {Keys}) AS i; ANALYZE {OnlinePlanner.Name(view)}"));
        return test;
    }

    private static string Dated(string sql) => Regex.Replace(sql, "day\\((v \\+ 1|v|10)\\)", "timestamptz '2024-01-01Z' + interval '1 day' * ($1)");
}
