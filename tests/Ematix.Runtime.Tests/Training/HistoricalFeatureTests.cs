using Apache.Arrow;
using Apache.Arrow.Types;
using static Ematix.Tests.Batches;
using static Ematix.Tests.Spend;

namespace Ematix.Tests.Training;

/// <summary>Semantics §7: record batches from every kind of spine, with its own columns first.</summary>
public sealed class HistoricalFeatureTests(PostgresFixture postgres)
{
    private const string Labels = """
        CREATE SCHEMA ml;
        CREATE TABLE ml.labels (label int, user_id bigint, label_at timestamptz, note text, amount numeric(6,2), tags text[]);
        INSERT INTO ml.labels VALUES
            (1, 7, '2024-03-03 10:00Z', 'x', 1.25, '{a,NULL}'),
            (0, 7, '2024-03-01 09:59:59.999999Z', NULL, NULL, NULL),
            (1, 99, '2024-03-03 10:00Z', 'y', -1, '{}'),
            (NULL, NULL, '2024-03-03 10:00Z', 'z', 0, NULL),
            (1, 8, NULL, 'w', 0, NULL),
            (1, 7, '2024-03-03 10:00Z', 'x', 1.25, '{a,NULL}');
        """;

    private static readonly string[] Expected =
    [
        "1|7|2024-03-03 10:00:00.000000|x|1.25|[a,-]|3|3.00|2024-03-03 10:00:00.000000",
        "0|7|2024-03-01 09:59:59.999999|-|-|-|-|-|-",
        "1|99|2024-03-03 10:00:00.000000|y|-1.00|[]|-|-|-",
        "-|-|2024-03-03 10:00:00.000000|z|0.00|-|-|-|-",
        "1|8|-|w|0.00|-|-|-|-",
        "1|7|2024-03-03 10:00:00.000000|x|1.25|[a,-]|3|3.00|2024-03-03 10:00:00.000000",
    ];

    public static TheoryData<JoinStrategy> Strategies => [.. Enum.GetValues<JoinStrategy>()];

    [Theory, MemberData(nameof(Strategies))]
    public async Task A_table_gives_its_columns_then_the_features(JoinStrategy strategy)
    {
        await using var test = await LoadedAsync(postgres);
        await test.ExecuteAsync(Labels);
        var features = UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Table("ml", "labels", asOf: "label_at"), new() { Strategy = strategy });
        await using var reader = await features.OpenAsync();

        Assert.Equal("label user_id label_at note amount tags purchases average at", Names(reader.Schema));
        Assert.All(reader.Schema.FieldsList, field => Assert.True(field.IsNullable));
        Assert.Equal(6, reader.Manifest.SpineColumns.Count);
        Assert.Equal(Expected, await RowsAsync(features));
    }

    [Theory, MemberData(nameof(Strategies))]
    public async Task A_read_only_session_gives_the_same_without_a_temporary_table(JoinStrategy strategy)
    {
        await using var test = await LoadedAsync(postgres);
        await test.ExecuteAsync(Labels);
        await test.SetAsync("default_transaction_read_only = on");
        await using var store = FeatureStore.Open(test.ConnectionString);

        Assert.Equal(Expected, await RowsAsync(UserSpend.HistoricalFeaturesAsync(store, Spine.Table("ml", "labels", "label_at"), new() { Strategy = strategy })));
    }

    [Theory]
    [InlineData("off")]
    [InlineData("on")]
    public async Task A_table_keeps_its_stored_order_where_workers_would_scan_it_side_by_side(string readOnly)
    {
        await using var test = await LoadedAsync(postgres);
        await test.ExecuteAsync("CREATE TABLE public.pairs AS SELECT i AS label, 7::bigint AS user_id, timestamptz '2024-03-01 10:00Z' AS t, repeat('x', 200) AS note FROM generate_series(1, 20000) AS i ORDER BY i; ANALYZE public.pairs");
        await test.SetAsync(
            $"default_transaction_read_only = {readOnly}", "parallel_setup_cost = 0", "parallel_tuple_cost = 0", "min_parallel_table_scan_size = 0", "parallel_leader_participation = off", "max_parallel_workers_per_gather = 2");
        await using var store = FeatureStore.Open(test.ConnectionString);
        var rows = await RowsAsync(UserSpend.HistoricalFeaturesAsync(store, Spine.Table("public", "pairs", "t"), new() { Columns = [UserSpend.Columns.Purchases] }));

        Assert.Equal(Enumerable.Range(1, 20_000), rows.Select(row => int.Parse(row.Split('|')[0], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("off"), InlineData("on")]
    public async Task A_value_is_the_same_instant_where_the_session_s_zone_has_an_ambiguous_name(string readOnly)
    {
        await using var test = await LoadedAsync(postgres);
        await using var store = FeatureStore.Open(test.ConnectionString + $";Options=-c datestyle=German -c timezone=Asia/Shanghai -c default_transaction_read_only={readOnly}");
        var at = Start.AddHours(1);

        Assert.Equal(["7|2024-03-01 11:00:00.000000|1"], await RowsAsync(UserSpend.HistoricalFeaturesAsync(store, Spine.Sql($"SELECT 7 AS user_id, {at} AS t", "t"), new() { Columns = [UserSpend.Columns.Purchases] })));
    }

    [Fact]
    public async Task A_query_keeps_its_order_and_its_values_are_parameters()
    {
        await using var test = await LoadedAsync(postgres);
        await test.ExecuteAsync(Labels);
        var note = "x' OR true --";
        var rows = await RowsAsync(UserSpend.HistoricalFeaturesAsync(
            test.Store, Spine.Sql($"SELECT {note} AS note, label_at, user_id::int AS user_id FROM ml.labels WHERE user_id < {50} ORDER BY label, label_at;", "label_at"), new() { Columns = [UserSpend.Columns.Purchases] }));

        Assert.Equal(["x' OR true --|2024-03-01 09:59:59.999999|7|-", "x' OR true --|2024-03-03 10:00:00.000000|7|3", "x' OR true --|2024-03-03 10:00:00.000000|7|3", "x' OR true --|-|8|-"], rows);
    }

    [Theory, MemberData(nameof(Strategies))]
    public async Task Record_batches_keep_columns_of_any_type_beside_the_features(JoinStrategy strategy)
    {
        await using var test = await LoadedAsync(postgres);
        var type = new TimestampType(TimeUnit.Nanosecond, "Europe/Rome");
        using var first = Of(("when", Instants(type, Start.AddDays(1) - TimeSpan.FromTicks(1), null)), ("user_id", Longs(7, 7)), ("label", Texts("a", "b")));
        using var second = Of(("when", Instants(type, Start.AddDays(1), Start, Start)), ("user_id", Longs(7, null, 8)), ("label", Texts("c", null, "e")));
        var features = UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Arrow([first, second], "when"), new() { Strategy = strategy, Columns = [UserSpend.Columns.Purchases] });

        Assert.Equal(["7|a|1", "7|b|-", "7|c|2", "-|-|-", "8|e|20"], (await RowsAsync(features)).Select(row => row[(row.IndexOf('|', StringComparison.Ordinal) + 1)..]));
    }

    [Fact]
    public async Task Typed_rows_stand_before_the_features_with_their_as_of()
    {
        await using var test = await LoadedAsync(postgres);
        var features = UserSpend.HistoricalFeaturesAsync(test.Store, [new(8, Start), new SpineRow<long>(7, Start.AddDays(1))]);
        await using (var reader = await features.OpenAsync())
            Assert.Equal("user_id as_of purchases average at", Names(reader.Schema));

        Assert.Equal(["8|2024-03-01 10:00:00.000000|20|20.25|2024-03-01 10:00:00.000000", "7|2024-03-02 10:00:00.000000|2|-|2024-03-02 10:00:00.000000"], await RowsAsync(features));
    }

    [Fact]
    public async Task An_empty_spine_has_no_rows_and_its_schema()
    {
        await using var test = await LoadedAsync(postgres);
        await test.ExecuteAsync("CREATE TABLE public.none (user_id bigint, at_time timestamptz)");
        Spine[] spines = [Spine.Table("public", "none", "at_time"), Spine.Sql("SELECT * FROM public.none", "at_time"), Spine.Arrow(System.Array.Empty<RecordBatch>(), "at_time")];
        foreach (var spine in spines)
        {
            var features = UserSpend.HistoricalFeaturesAsync(test.Store, spine);
            await using (var reader = await features.OpenAsync())
                Assert.Equal("user_id at_time purchases average at", Names(reader.Schema));
            Assert.Empty(await RowsAsync(features));
        }

        Assert.Empty(await RowsAsync(UserSpend.HistoricalFeaturesAsync(test.Store, System.Array.Empty<SpineRow<long>>())));
    }

    [Fact]
    public async Task Batches_are_cut_to_size()
    {
        await using var test = await LoadedAsync(postgres);
        var lengths = new List<int>();
        await foreach (var batch in UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Sql("SELECT 7 AS user_id, now() AS t FROM generate_series(1, 10)", "t"), new() { BatchSize = 4 }))
        {
            using (batch)
                lengths.Add(batch.Length);
        }

        Assert.Equal([4, 4, 2], lengths);
    }
}
