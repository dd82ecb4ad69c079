using Ematix.Model;
using Ematix.Planning;
using Npgsql;

namespace Ematix.Tests.Loading;

/// <summary>
/// The server's plans that keep a load's cost to one pass over the source and one over the current rows. History has ten versions a key here, and statistics as
/// autovacuum would have made them.
/// </summary>
public sealed class PlanTests(PostgresFixture postgres)
{
    private const int Keys = 20_000;
    private const string NoHistoryScan = "Seq Scan on profile_v1";
    private const string Day = "timestamptz '2024-01-01Z' + interval '1 day' * (";

    [Fact]
    public async Task A_source_is_joined_to_the_current_rows_only_and_by_hash()
    {
        await using var test = await StartAsync(versions: 10);
        await using var load = await BeginAsync(test, HandleDeletes.None);
        await load.RunAsync(SievePlanner.CreateCounter);
        var sieve = await load.ExplainAsync(load.Plan.Sieve!.StageQuery("SELECT * FROM public.people", 0));
        await load.StageAsync("SELECT * FROM public.people");
        var changes = await load.ExplainAsync(load.Plan.FindChanges!, Now, NoTtl);

        foreach (var plan in new[] { sieve, changes })
        {
            Assert.Contains("Hash", plan, StringComparison.Ordinal);
            Assert.Contains("profile_v1__current", plan, StringComparison.Ordinal);
            Assert.DoesNotContain(NoHistoryScan, plan, StringComparison.Ordinal);
            Assert.DoesNotContain("Nested Loop", plan, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_all_versions_are_current_the_join_is_by_hash_too()
    {
        await using var test = await StartAsync(versions: 1);
        await using var load = await BeginAsync(test, HandleDeletes.None);
        await load.RunAsync(SievePlanner.CreateCounter);
        var plan = await load.ExplainAsync(load.Plan.Sieve!.StageQuery("SELECT * FROM public.people", 0));

        Assert.Contains("Hash", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Nested Loop", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_few_rows_look_their_keys_up_and_do_not_read_the_rest()
    {
        await using var test = await StartAsync(versions: 10);
        await using var load = await BeginAsync(test, HandleDeletes.None);
        await load.RunAsync(SievePlanner.CreateCounter);
        var plan = await load.ExplainAsync(load.Plan.Sieve!.StageQuery("SELECT * FROM public.people WHERE id < 50", 0));

        Assert.Contains("Index Scan using profile_v1__current", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Absent_keys_are_found_by_an_anti_join_over_the_current_rows()
    {
        await using var test = await StartAsync(versions: 10);
        await using var load = await BeginAsync(test, HandleDeletes.Soft);
        await load.StageAsync("SELECT * FROM public.people");
        var plan = await load.ExplainAsync(load.Plan.Delete!, Now, NoTtl);

        Assert.Contains("Anti Join", plan, StringComparison.Ordinal);
        Assert.DoesNotContain(NoHistoryScan, plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Few_changes_close_their_versions_without_reading_history()
    {
        await using var test = await StartAsync(versions: 10);
        await using var load = await BeginAsync(test, HandleDeletes.None);
        await load.StageAsync("SELECT id, CASE WHEN id < 50 THEN 'Rome' ELSE city END AS city, active, score FROM public.people");
        await load.RunAsync(load.Plan.FindChanges!, Now, NoTtl);
        var plan = await load.ExplainAsync(load.Plan.Close!, Now);

        Assert.Contains("Tid Scan on profile_v1", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Late_events_find_their_neighbours_through_the_index_over_versions()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await UserSpend.EnsureAsync(test.Store);
        await test.ExecuteAsync($"""
            INSERT INTO features.user_spend_v1
            SELECT i, v, v, day(v), day(v), CASE WHEN v < 10 THEN day(v + 1) END, v = 10, 0, day(v), gen_random_uuid(), CASE WHEN v < 10 THEN 'next' END
            FROM generate_series(1, 10) AS v, generate_series(1, {Keys}) AS i
            """.Replace("day(", Day, StringComparison.Ordinal));
        await test.ExecuteAsync("ANALYZE features.user_spend_v1");
        await using var load = await Planned.BeginAsync<UserSpend>(test, LoadOptionsModel.Default);
        await load.StageAsync("SELECT i::bigint AS user_id, 1::bigint AS purchases, 2.5::numeric(10,2) AS average, timestamptz '2024-01-03Z' AS at FROM generate_series(1, 1000) AS i");
        var plan = await load.ExplainAsync(load.Plan.FindChanges!);

        Assert.Contains("using user_spend_v1__version", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expiry_reads_the_current_rows_only()
    {
        await using var test = await StartAsync(versions: 10);
        await using var load = await Planned.BeginAsync<Profile>(test, LoadOptionsModel.Default with { Ttl = TimeSpan.FromDays(1) });
        var plan = await load.ExplainAsync(load.Plan.Expire!, Now, NoTtl);

        Assert.DoesNotContain(NoHistoryScan, plan, StringComparison.Ordinal);
    }

    private static NpgsqlParameter Now() => new() { Value = DateTime.UtcNow };

    private static NpgsqlParameter NoTtl() => new() { Value = DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Interval };

    private static Task<Planned> BeginAsync(TestStore test, HandleDeletes deletes) =>
        Planned.BeginAsync<Profile>(test, LoadOptionsModel.Default with { HandleDeletes = deletes });

    private async Task<TestStore> StartAsync(int versions)
    {
        var test = await TestStore.CreateAsync(postgres);
        await test.ExecuteAsync($"CREATE TABLE public.people AS SELECT i AS id, 'Oslo' AS city, true AS active, i::float8 AS score FROM generate_series(1, {Keys}) AS i; ALTER TABLE public.people ADD PRIMARY KEY (id); ANALYZE public.people");
        await Profile.EnsureAsync(test.Store);
        await test.ExecuteAsync($"""
            INSERT INTO features.profile_v1
            SELECT p.*, day(v), CASE WHEN v < {versions} THEN day(v + 1) END, v = {versions}, 0, day(v), gen_random_uuid(), CASE WHEN v < {versions} THEN 'next' END
            FROM generate_series(1, {versions}) AS v, public.people AS p
            """.Replace("day(", Day, StringComparison.Ordinal));
        await test.ExecuteAsync("ANALYZE features.profile_v1");
        return test;
    }
}
