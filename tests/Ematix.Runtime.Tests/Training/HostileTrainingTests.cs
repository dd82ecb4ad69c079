using System.Globalization;
using Ematix.Planning.Training;
using static Ematix.Tests.Batches;
using static Ematix.Tests.Spend;
using static Ematix.Tests.Times;

namespace Ematix.Tests.Training;

/// <summary>Settings and names that other designs trip over change nothing in a training set; the caller's own query keeps the caller's search path.</summary>
public sealed class HostileTrainingTests(PostgresFixture postgres)
{
    private static readonly PartSizes Smallest = new() { First = 1, Most = 2, Unshared = 1, Typed = 1 };

    [Theory]
    [InlineData("off")]
    [InlineData("on")]
    public async Task A_hostile_session_reads_the_same(string readOnly)
    {
        Assert.SkipUnless(postgres.Server.IsPrivate, "The server is shared (EMATIX_TEST_POSTGRES): its databases' settings are left alone.");
        await using var test = await LoadedAsync(postgres);
        await HostileSession.ApplyAsync(test, more: "default_transaction_read_only = " + readOnly);
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

    [Theory]
    [InlineData("off", false)]
    [InlineData("on", true)]
    public async Task Every_kind_of_spine_finds_the_same_in_a_hostile_session(string readOnly, bool ofRole)
    {
        Assert.SkipUnless(postgres.Server.IsPrivate, "The server is shared (EMATIX_TEST_POSTGRES): its databases' settings are left alone.");
        await using var test = (await LoadedAsync(postgres)).Audits<SensorReading>();
        await SensorReading.SyncAsync(test.Store, [
            new SensorReading { Site = "NULL", Sensor = "", At = Start, Value = 0.1, Note = @"a\b" }, new SensorReading { Site = "{\"}", Sensor = "é", At = Start, Value = -0d },
        ]);
        await test.ExecuteAsync("CREATE SCHEMA ml; CREATE TABLE ml.labels (seller_id bigint, site text, device text, user_id bigint, t timestamptz, bytes bytea)");
        await test.ExecuteAsync("""INSERT INTO ml.labels VALUES (8, 'NULL', '', 7, '2024-03-02 10:00Z', '\x00ff'), (NULL, '{"}', 'é', NULL, '2024-03-02 10:00Z', NULL), (7, NULL, '', 7, '2024-03-02 09:59:59.999999Z', '')""");
        await HostileSession.ApplyAsync(test, ofRole, "default_transaction_read_only = " + readOnly);
        await using var store = FeatureStore.Open(test.ConnectionString);

        DealModel.SpineRow[] typed =
        [
            new() { DealId = 1, UserId = 7, SellerId = 8, Site = "NULL", Device = "", AsOf = Start.AddDays(1) },
            new() { DealId = 2, UserId = null, SellerId = null, Site = "{\"}", Device = "é", AsOf = Start.AddDays(1) },
            new() { DealId = 3, UserId = 7, SellerId = 7, Site = null, Device = "", AsOf = Start.AddDays(1) - Microsecond },
        ];
        string[] expected = ["2 20 0.1", "- - -0", "1 1 -"];
        using var batch = Of(
            ("seller_id", Longs(8, null, 7)), ("site", Texts("NULL", "{\"}", null)), ("device", Texts("", "é", "")), ("user_id", Longs(7, null, 7)),
            ("t", Instants(Start.AddDays(1), Start.AddDays(1), Start.AddDays(1) - Microsecond)));
        long?[] users = [7, null, 7];
        var first = Start.AddDays(1);
        foreach (var strategy in Enum.GetValues<JoinStrategy>())
        {
            foreach (var (known, sizes) in new (DateTimeOffset?, PartSizes)[] { (null, PartSizes.Default), (DateTimeOffset.MaxValue, PartSizes.Default), (null, Smallest), (DateTimeOffset.MaxValue, Smallest) })
            {
                HistoricalOptions options = new() { Strategy = strategy, AsKnownAt = known, Sizes = sizes };
                List<string> rows = [];
                await foreach (var row in DealModel.HistoricalRowsAsync(store, typed, options))
                    rows.Add($"{Text(row.Buyer?.Purchases)} {Text(row.Seller?.Purchases)} {Text(row.Reading?.Value)}");
                Assert.Equal(expected, rows);

                Spine[] spines = [Spine.Table("ml", "labels", "t"), Spine.Arrow([batch], "t")];
                foreach (var spine in spines)
                    Assert.Equal(expected, await NamedAsync(DealModel.HistoricalFeaturesAsync(store, spine, options), "purchases", "seller_purchases", "value"));
                var query = Spine.Sql($"SELECT u.user_id, {first} AS t FROM pg_catalog.unnest({users}) WITH ORDINALITY AS u (user_id, n) ORDER BY u.n", "t");
                Assert.Equal(["2", "-", "2"], await NamedAsync(UserSpend.HistoricalFeaturesAsync(store, query, new() { Strategy = strategy, AsKnownAt = known }), "purchases"));
            }
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
                foreach (var sizes in (PartSizes[])[PartSizes.Default, new() { Most = 60, Unshared = 10 }])
                {
                    var rows = await RowsAsync(UserSpend.HistoricalFeaturesAsync(store, Spine.Sql(Query, "t"), new() { Strategy = strategy, Sizes = sizes }));
                    Assert.Equal(expected ??= rows, rows);
                }
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

    /// <summary>Some columns of record batches, by name.</summary>
    private static async Task<string[]> NamedAsync(HistoricalFeatures features, params string[] names)
    {
        await using var reader = await features.OpenAsync();
        int[] positions = [.. names.Select(name => reader.Schema.GetFieldIndex(name))];
        return [.. (await RowsAsync(features)).Select(row => string.Join(" ", positions.Select(position => row.Split('|')[position])))];
    }

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "-";
}
