using Ematix.Model;
using Ematix.Planning;
using Ematix.Runtime;

namespace Ematix.Tests.Loading;

/// <summary>
/// A query that the server proves to have one row a place is staged without the rows that change nothing. Each story is told twice, with such queries and with the
/// same ones behind OFFSET 0, which hides the proof: counts, history and refusals are the same.
/// </summary>
public sealed class SieveTests(PostgresFixture postgres)
{
    private const string Profiles = "SELECT id, city, active, score, is_current, _closed_by, valid_to IS NULL FROM features.profile_v1 ORDER BY id, valid_from";

    [Fact]
    public Task New_changed_and_unchanged_rows_of_a_snapshot_view() => TellAsync<Profile>(
        Profiles,
        ["CREATE TABLE people (id int PRIMARY KEY, city text, active boolean, score float8)"],
        ["INSERT INTO people VALUES (1, NULL, true, 'NaN'), (2, '', false, NULL), (3, 'Oslo', true, 1), (4, 'Bonn', true, 'Infinity')"],
        [],
        ["UPDATE people SET city = '' WHERE id = 1", "UPDATE people SET city = NULL WHERE id = 2", "UPDATE people SET score = -0.0 WHERE id = 3", "INSERT INTO people VALUES (5, 'Rome', false, 2)"],
        ["DELETE FROM people WHERE id = 4", "UPDATE people SET score = 0.0 WHERE id = 3"],
        ["UPDATE people SET active = NULL WHERE id = 5"]);

    [Fact]
    public Task Ties_newer_late_and_future_rows_of_an_event_time_view() => TellAsync<UserSpend>(
        "SELECT user_id, purchases, average, at, valid_to, is_current, _closed_by FROM features.user_spend_v1 ORDER BY user_id, valid_from, _loaded_at",
        ["CREATE TABLE people (user_id bigint PRIMARY KEY, purchases int, average numeric, at timestamptz)"],
        ["INSERT INTO people SELECT i, i, 1.005, now() - interval '1 day' FROM generate_series(1, 4) AS i"],
        ["UPDATE people SET average = 1.01 WHERE user_id = 1"],
        ["UPDATE people SET average = 1.0149 WHERE user_id = 2", "UPDATE people SET average = 1.015 WHERE user_id = 3", "UPDATE people SET at = at + interval '1 microsecond', purchases = NULL WHERE user_id = 4"],
        ["UPDATE people SET at = at - interval '1 microsecond' WHERE user_id = 4"],
        ["UPDATE people SET at = at + interval '3 microseconds' WHERE user_id = 4", "UPDATE people SET average = 99999999.995 WHERE user_id = 1"],
        ["UPDATE people SET average = 'NaN' WHERE user_id = 1"],
        ["UPDATE people SET average = NULL, at = now() + interval '1 hour' WHERE user_id = 1"],
        ["UPDATE people SET at = NULL WHERE user_id = 1"],
        ["UPDATE people SET at = '-infinity' WHERE user_id = 1"]);

    [Fact]
    public async Task A_group_without_a_key_refuses_the_load()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        const string People = "SELECT x % 2 AS id, max('a') AS city, true AS active, 1.0::float8 AS score FROM unnest(ARRAY[1, 2, NULL]) AS x GROUP BY 1";
        Assert.True(await IsProvenAsync<Profile>(test, People));
        var refused = await Assert.ThrowsAsync<NullKeyException>(() => Profile.SyncAsync(test.Store, Source.Sql(People)));

        Assert.Equal(1, refused.RowCount);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public async Task An_unchanged_version_is_renewed_past_half_its_ttl_to_the_microsecond(int microsecondsOlder, int renewed)
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<ShortLived>();
        await test.ExecuteAsync("CREATE TABLE public.states (id int PRIMARY KEY, state text); INSERT INTO public.states VALUES (1, 'up')");
        var source = Source.Sql("SELECT * FROM public.states");
        await ShortLived.SyncAsync(test.Store, source);
        // The load takes the next microsecond after the last one: the version is then a second old, and half its time to live is a second.
        await test.ExecuteAsync("UPDATE ematix_flow.feature_views SET last_synced_at = now() + interval '1 day'");
        await test.ExecuteAsync($"UPDATE features.short_lived_v1 SET valid_from = (SELECT last_synced_at FROM ematix_flow.feature_views) - interval '999999 microseconds' - interval '{microsecondsOlder} microsecond'");
        var result = await ShortLived.SyncAsync(test.Store, source);

        Assert.Equal((1, 1, renewed, renewed, renewed), (result.RowsRead, result.Unchanged, result.Renewed, result.Closed, result.Inserted));
        Assert.True(result.ClockAdjusted);
    }

    [Fact]
    public async Task The_query_runs_once_and_sees_the_callers_path()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await test.ExecuteAsync("""
            CREATE SEQUENCE public.calls;
            CREATE FUNCTION public.seen(int) RETURNS float8 LANGUAGE plpgsql AS $$ BEGIN RETURN nextval('calls') * 0 + $1; END $$;
            CREATE TABLE public.people (id int PRIMARY KEY);
            INSERT INTO public.people SELECT generate_series(1, 50)
            """);
        const string People = "SELECT id, 'Oslo' AS city, true AS active, seen(id) AS score FROM people GROUP BY id";
        Assert.True(await IsProvenAsync<Profile>(test, People));
        var source = Source.Sql(People);
        await Profile.SyncAsync(test.Store, source);
        var result = await Profile.SyncAsync(test.Store, source);

        Assert.Equal((50, 50, 0), (result.RowsRead, result.Unchanged, result.Inserted));
        Assert.Equal(100, await test.ScalarAsync<long>("SELECT last_value FROM public.calls"));
    }

    [Fact]
    public async Task Operators_functions_and_types_in_the_callers_path_decide_nothing()
    {
        Assert.SkipUnless(postgres.Server.IsPrivate, "The server is shared (EMATIX_TEST_POSTGRES): its databases' settings are left alone.");
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await test.ExecuteAsync("""
            CREATE SCHEMA evil;
            CREATE TABLE public.people (id int PRIMARY KEY, city text, active boolean, score float8);
            INSERT INTO public.people VALUES (1, 'Oslo', true, 1);
            CREATE FUNCTION evil.no(int, int) RETURNS boolean LANGUAGE sql AS $$ SELECT false $$;
            CREATE FUNCTION evil.no(text, text) RETURNS boolean LANGUAGE sql AS $$ SELECT false $$;
            CREATE OPERATOR evil.= (LEFTARG = int, RIGHTARG = int, FUNCTION = evil.no);
            CREATE OPERATOR evil.= (LEFTARG = text, RIGHTARG = text, FUNCTION = evil.no);
            CREATE FUNCTION evil.nextval(regclass) RETURNS bigint LANGUAGE sql AS $$ SELECT NULL::bigint $$;
            CREATE DOMAIN evil.text AS pg_catalog.text CHECK (false)
            """);
        await test.SetAsync("search_path = evil, pg_catalog");
        await Profile.SyncAsync(test.Store, Source.Sql("SELECT * FROM public.people"));
        var result = await Profile.SyncAsync(test.Store, Source.Sql("SELECT * FROM public.people"));

        Assert.Equal((1, 1, 0), (result.RowsRead, result.Unchanged, result.Inserted));
    }

    [Theory]
    [InlineData("SELECT * FROM public.people", true)]
    [InlineData("SELECT id, max(city) AS city, true AS active, 1.0::float8 AS score FROM public.people GROUP BY id", true)]
    [InlineData("SELECT DISTINCT ON (id) id, city, active, score FROM public.people ORDER BY id, score DESC", true)]
    [InlineData("SELECT * FROM public.people OFFSET 0", false)]
    [InlineData("SELECT id % 10 AS id, city, active, score FROM public.people", false)]
    [InlineData("SELECT p.* FROM public.people AS p CROSS JOIN generate_series(1, 2)", false)]
    [InlineData("SELECT * FROM public.people UNION ALL SELECT * FROM public.people", false)]
    [InlineData("SELECT * FROM public.\"Join\"", false)]
    public async Task One_row_a_key_is_proven_by_keys_groups_and_distinct(string query, bool proven)
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await test.ExecuteAsync("CREATE TABLE public.people (id int PRIMARY KEY, city text, active boolean, score float8); CREATE TABLE public.\"Join\" (LIKE public.people)");

        Assert.Equal(proven, await IsProvenAsync<Profile>(test, query));
    }

    /// <summary>Loads after each step, in both ways, and compares what the loads say and what is in the table.</summary>
    private async Task TellAsync<TView>(string versions, params string[][] steps)
        where TView : class, IFeatureView<TView>
    {
        await using var sieved = (await TestStore.CreateAsync(postgres)).Audits<TView>();
        await using var staged = (await TestStore.CreateAsync(postgres)).Audits<TView>();
        foreach (var (i, step) in steps.Index())
        {
            foreach (var statement in step)
            {
                await sieved.ExecuteAsync(statement);
                await staged.ExecuteAsync(statement);
            }

            if (i == 0)
                continue;
            await staged.ExecuteAsync("DELETE FROM people");
            await CopyAsync(sieved, staged);
            Assert.True(await IsProvenAsync<TView>(sieved, "SELECT * FROM people"));
            Assert.Equal(await LoadAsync<TView>(staged, "SELECT * FROM people OFFSET 0"), await LoadAsync<TView>(sieved, "SELECT * FROM people"));
            Assert.Equal(await staged.RowsAsync(versions), await sieved.RowsAsync(versions));
        }
    }

    /// <summary>The same rows in both databases, though the steps say now().</summary>
    private static async Task CopyAsync(TestStore from, TestStore to)
    {
        foreach (var row in await from.RowsAsync("SELECT quote_literal(p::text) FROM people AS p"))
            await to.ExecuteAsync($"INSERT INTO people SELECT ({row}::people).*");
    }

    private static async Task<string> LoadAsync<TView>(TestStore test, string query)
        where TView : class, IFeatureView<TView>
    {
        try
        {
            var result = await ViewOperations.SyncAsync<TView>(test.Store, Source.Sql(query), null, TestContext.Current.CancellationToken);
            return $"{result.RowsRead} {result.RowsStaged} {result.Duplicates} {result.Unchanged} {result.Skipped} {result.Inserted} {result.Closed} {result.Renewed} {result.Expired}";
        }
        catch (LoadRefusedException refused)
        {
            return refused is EventTimeException ? refused.GetType().Name : refused.Message;
        }
    }

    private static async Task<bool> IsProvenAsync<TView>(TestStore test, string query)
        where TView : class, IFeatureView<TView>
    {
        await ViewOperations.EnsureAsync<TView>(test.Store, OnDrift.Error, TestContext.Current.CancellationToken);
        var sieve = LoadPlanner.Plan(TView.Definition, LoadOptionsModel.Default).Sieve!;
        return SievePlan.IsProof(await test.RowsAsync(sieve.Prove(query)));
    }
}
