using static Ematix.Tests.Batches;
using static Ematix.Tests.Spend;
using static Ematix.Tests.Times;

namespace Ematix.Tests.Training;

/// <summary>Settings and names that other designs trip over change nothing in a training set; the caller's own query keeps the caller's search path.</summary>
public sealed class HostileTrainingTests(PostgresFixture postgres)
{
    private static readonly string[] Settings =
    [
        "timezone = 'America/St_Johns'",
        "datestyle = 'SQL, DMY'",
        "intervalstyle = 'sql_standard'",
        "extra_float_digits = -15",
        "default_transaction_isolation = 'serializable'",
        "standard_conforming_strings = off",
        "search_path = evil, pg_catalog",
    ];

    private const string Traps = """
        SET search_path = pg_catalog;
        CREATE SCHEMA evil;
        CREATE FUNCTION evil.row_number() RETURNS bigint LANGUAGE sql AS $$ SELECT 1::bigint $$;
        CREATE FUNCTION evil.current_setting(text) RETURNS text LANGUAGE sql AS $$ SELECT '0' $$;
        CREATE FUNCTION evil.isfinite(timestamptz) RETURNS boolean LANGUAGE sql AS $$ SELECT false $$;
        CREATE FUNCTION evil.never(bigint, bigint) RETURNS boolean LANGUAGE sql AS $$ SELECT false $$;
        CREATE FUNCTION evil.never(timestamptz, timestamptz) RETURNS boolean LANGUAGE sql AS $$ SELECT false $$;
        CREATE OPERATOR evil.= (FUNCTION = evil.never, LEFTARG = bigint, RIGHTARG = bigint);
        CREATE OPERATOR evil.<= (FUNCTION = evil.never, LEFTARG = timestamptz, RIGHTARG = timestamptz);
        CREATE OPERATOR evil.> (FUNCTION = evil.never, LEFTARG = timestamptz, RIGHTARG = timestamptz);
        CREATE DOMAIN evil.timestamptz AS pg_catalog.text;
        CREATE TABLE evil.labels (user_id pg_catalog.int8, t pg_catalog.timestamptz, label real);
        INSERT INTO evil.labels VALUES (7, '2024-03-02 10:00Z', 0.1), (7, '2024-03-02 09:59:59.999999Z', -1.5), (8, '2024-03-31 10:00Z', NULL), (8, '2024-03-31 10:00:00.000001Z', 1);
        """;

    [Theory]
    [InlineData("off")]
    [InlineData("on")]
    public async Task A_hostile_session_reads_the_same(string readOnly)
    {
        Assert.SkipUnless(postgres.Server.IsPrivate, "The server is shared (EMATIX_TEST_POSTGRES): its databases' settings are left alone.");
        await using var test = await LoadedAsync(postgres);
        await test.ExecuteAsync(Traps);
        await test.SetAsync([.. Settings, "default_transaction_read_only = " + readOnly]);
        await using var store = FeatureStore.Open(test.ConnectionString);
        foreach (var strategy in Enum.GetValues<JoinStrategy>())
        {
            var rows = await RowsAsync(UserSpend.HistoricalFeaturesAsync(
                store, Spine.Sql("SELECT user_id, t, label::float8 AS label FROM labels", "t"), new() { Strategy = strategy, Columns = [UserSpend.Columns.Purchases] }));
            Assert.Equal(["2", "1", "20", "-"], rows.Select(row => row[(row.LastIndexOf('|') + 1)..]));

            var typed = UserSpend.HistoricalRowsAsync(store, [new(7, Start.AddDays(1)), new SpineRow<long>(8, Start + Ttl + Microsecond)], new() { Strategy = strategy, AsKnownAt = DateTimeOffset.MaxValue });
            Assert.Equal([2, null], await typed.Select(row => row?.Purchases).ToArrayAsync());
        }
    }

    [Fact]
    public async Task Twelve_planner_settings_give_one_result()
    {
        Assert.SkipUnless(postgres.Server.IsPrivate, "The server is shared (EMATIX_TEST_POSTGRES): its databases' settings are left alone.");
        await using var test = await LoadedAsync(postgres);
        string[] settings = ["enable_nestloop", "enable_hashjoin", "enable_mergejoin", "enable_indexscan", "enable_seqscan", "enable_sort", "enable_material", "enable_bitmapscan", "enable_tidscan", "enable_hashagg", "enable_memoize", "enable_incremental_sort"];
        const string Query = "SELECT 6 + i % 4 AS user_id, timestamptz '2024-03-01 04:00Z' + i * interval '1 h' AS t, i FROM generate_series(1, 100) AS i ORDER BY i * 37 % 100";
        List<string>? expected = null;
        foreach (var setting in settings)
        {
            await test.SetAsync([.. settings.Select(other => $"{other} = {(other == setting ? "off" : "on")}")]);
            await using var store = FeatureStore.Open(test.ConnectionString);
            foreach (var strategy in Enum.GetValues<JoinStrategy>())
            {
                var rows = await RowsAsync(UserSpend.HistoricalFeaturesAsync(store, Spine.Sql(Query, "t"), new() { Strategy = strategy }));
                Assert.Equal(expected ??= rows, rows);
            }
        }
    }

    [Fact]
    public async Task Hostile_names_stay_names()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Hostile>().Audits<HostileTwin>();
        await Hostile.SyncAsync(test.Store, [new Hostile { User = "u", Twin = "U", Quotes = 1, At = Start }]);
        await HostileTwin.SyncAsync(test.Store, [new HostileTwin { User = "u", Value = 2, Place = 3, Key1 = 4, AsOf = 5, Position = 6, At = Start }]);
        await test.ExecuteAsync(""""
            CREATE SCHEMA "m""l; --";
            CREATE TABLE "m""l; --"."la'b.el$1" ("user" text, "User" text, "as of ""x""" timestamptz, place int, "at" int, "column_1" int, q int, s int, v1 int);
            INSERT INTO "m""l; --"."la'b.el$1" VALUES ('u', 'U', '2024-03-05Z', 1, 2, 3, 4, 5, 6), ('U', 'u', '2024-03-05Z', 1, 2, 3, 4, 5, 6);
            """");
        foreach (var strategy in Enum.GetValues<JoinStrategy>())
        {
            var features = TrainingSet.For<Hostile, HostileTwin>().HistoricalFeaturesAsync(test.Store, Spine.Table("m\"l; --", "la'b.el$1", "as of \"x\""), new() { Strategy = strategy });
            Assert.Equal(
                ["u|U|2024-03-05 00:00:00.000000|1|2|3|4|5|6|1|-|-|-|-|-|2024-03-01 10:00:00.000000|2|-|3|6|4|5|-|-|2024-03-01 10:00:00.000000", "U|u|2024-03-05 00:00:00.000000|1|2|3|4|5|6|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-"],
                await RowsAsync(features));
        }
    }
}
