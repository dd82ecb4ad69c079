using Apache.Arrow;
using Apache.Arrow.Types;
using static Ematix.Tests.Batches;
using static Ematix.Tests.Spend;

namespace Ematix.Tests.Training;

/// <summary>Spines are judged by name and type before a row is read; each message says what to write.</summary>
public sealed class SpineSchemaTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData("SELECT 7 AS user_id, timestamp '2024-03-01' AS t", "the as-of column \"t\" is timestamp without time zone", "\"t\" AT TIME ZONE 'UTC'")]
    [InlineData("SELECT 7 AS user_id, timestamp(3) '2024-03-01' AS t", "the as-of column \"t\" is timestamp", "AT TIME ZONE 'UTC'")]
    [InlineData("SELECT 7 AS user_id, date '2024-03-01' AS t", "the as-of column \"t\" is date", "\"t\"::timestamp AT TIME ZONE 'UTC'")]
    [InlineData("SELECT 7 AS user_id", "lacks the as-of column \"t\" (timestamptz)", "")]
    [InlineData("SELECT now() AS t", "lacks column \"user_id\" (bigint), the key user_id of features.user_spend.v1", "")]
    [InlineData("SELECT '7' AS user_id, now() AS t", "column \"user_id\" is text, the key user_id of features.user_spend.v1 is bigint", "\"user_id\"::bigint")]
    [InlineData("SELECT 7.0 AS user_id, now() AS t", "column \"user_id\" is numeric", "\"user_id\"::bigint")]
    [InlineData("SELECT 7 AS user_id, now() AS t, 1.5 AS price", "column \"price\" is numeric, which has no place", "\"price\"::numeric(p,s) with its precision and scale")]
    [InlineData("SELECT 7 AS user_id, now() AS t, '{}'::json AS doc", "column \"doc\" is json", "\"doc\"::jsonb")]
    [InlineData("SELECT 7 AS user_id, now() AS t, timestamp '2024-03-01' AS seen", "column \"seen\" is timestamp without time zone", "\"seen\" AT TIME ZONE 'UTC'")]
    [InlineData("SELECT 7 AS user_id, now() AS t, point(1, 2) AS p", "column \"p\" is point", "\"p\"::text")]
    [InlineData("SELECT 7 AS user_id, now() AS t, 1 AS a, 2 AS a", "more than one column \"a\"", "")]
    [InlineData("SELECT 7 AS user_id, now() AS t, 1 AS _ematix_row", "\"_ematix_row\" is reserved", "")]
    public async Task A_query_that_does_not_fit_is_refused_with_the_remedy(string query, string fact, string remedy)
    {
        await using var test = await LoadedAsync(postgres);
        var refused = await Assert.ThrowsAsync<SpineSchemaException>(() => RowsAsync(UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Sql(query, "t"))));

        Assert.Contains(fact, refused.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, refused.Message, StringComparison.Ordinal);
        Assert.NotEmpty(refused.Differences);
    }

    [Theory]
    [InlineData("SELECT 7::smallint AS user_id, timestamptz '2024-03-09Z' AS t")]
    [InlineData("SELECT 7::int AS user_id, timestamptz '2024-03-09Z' AS t")]
    [InlineData("SELECT 7::bigint AS user_id, timestamptz(3) '2024-03-09Z' AS t")]
    public async Task Integer_keys_widen(string query)
    {
        await using var test = await LoadedAsync(postgres);
        var rows = await RowsAsync(UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Sql(query, "t"), new() { Columns = [UserSpend.Columns.Purchases] }));
        Assert.Equal(["7|2024-03-09 00:00:00.000000|3"], rows);
    }

    [Theory]
    [InlineData("off")]
    [InlineData("on")]
    public async Task Numerics_without_digits_after_the_point_pass_through(string readOnly)
    {
        await using var test = await LoadedAsync(postgres);
        await test.SetAsync($"default_transaction_read_only = {readOnly}");
        const string Query = "SELECT 7 AS user_id, timestamptz '2024-03-09Z' AS t, 12.5::numeric(5,0) AS price, ARRAY[1.4, NULL]::numeric(38,0)[] AS prices";
        await using var store = FeatureStore.Open(test.ConnectionString);
        var rows = await RowsAsync(UserSpend.HistoricalFeaturesAsync(store, Spine.Sql(Query, "t"), new() { Columns = [UserSpend.Columns.Purchases] }));
        Assert.Equal(["7|2024-03-09 00:00:00.000000|13|[1,-]|3"], rows);
    }

    [Fact]
    public async Task Text_keys_compare_by_bytes_whatever_the_spine_declares()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<SensorReading>();
        await SensorReading.SyncAsync(test.Store, [new SensorReading { Site = "a", Sensor = "s", At = Start, Value = 1 }]);
        await test.ExecuteAsync("""
            CREATE COLLATION public.caseless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
            CREATE TABLE public.spine (n int, site varchar(10), sensor text COLLATE public.caseless, t timestamptz);
            INSERT INTO public.spine VALUES (1, 'a', 's', '2024-03-05Z'), (2, 'a', 'S', '2024-03-05Z'), (3, 'A', 's', '2024-03-05Z');
            """);
        foreach (var strategy in Enum.GetValues<JoinStrategy>())
        {
            var rows = await RowsAsync(SensorReading.HistoricalFeaturesAsync(test.Store, Spine.Table("public", "spine", "t"), new() { Strategy = strategy, Columns = [SensorReading.Columns.Value] }));
            Assert.Equal(["1", "-", "-"], rows.Select(row => row[(row.LastIndexOf('|') + 1)..]));
        }
    }

    [Fact]
    public async Task Record_batches_are_judged_too()
    {
        await using var test = await LoadedAsync(postgres);
        using var naive = Of(("user_id", Longs(7)), ("t", Instants(new TimestampType(TimeUnit.Microsecond, (string?)null), Start)));
        using var other = Of(("user_id", Texts("7")), ("t", Instants(Start)));
        using var fine = Of(("user_id", Longs(7)), ("t", Instants(Start)));

        Assert.Contains("timestamp without time zone", (await RefusedAsync([naive])).Message, StringComparison.Ordinal);
        Assert.Contains("column \"user_id\" is text", (await RefusedAsync([other])).Message, StringComparison.Ordinal);
        Assert.Contains("another schema than the first: column \"user_id\" is utf8, not int64", (await RefusedAsync([fine, other])).Message, StringComparison.Ordinal);

        Task<SpineSchemaException> RefusedAsync(RecordBatch[] batches) =>
            Assert.ThrowsAsync<SpineSchemaException>(() => RowsAsync(UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Arrow(batches, "t"))));
    }

    [Fact]
    public async Task A_missing_column_is_named_once_with_its_views_and_with_what_is_there()
    {
        await using var test = await LoadedAsync(postgres);
        await SensorReading.EnsureAsync(test.Store);
        using var batch = Of(("UserId", Longs(7)), ("AsOf", Instants(Start)), ("label", Longs(1)));
        var set = TrainingSet.For<UserSpend>().Join<UserSpend>("again", "user_id").Join<SensorReading>("reading", "user_id", "device");
        var refused = await Assert.ThrowsAsync<SpineSchemaException>(() => RowsAsync(set.HistoricalFeaturesAsync(test.Store, Spine.Arrow([batch], "as_of"))));

        Assert.Equal(
            [
                "the spine lacks the as-of column \"as_of\" (timestamptz) (it has \"AsOf\")",
                "the spine lacks column \"user_id\" (bigint, text), the key user_id of features.user_spend.v1, the key site of features.sensor_reading.v1 (it has \"UserId\")",
                "the spine lacks column \"device\" (text), the key sensor of features.sensor_reading.v1",
            ],
            refused.Differences);
        Assert.EndsWith(". Its columns are \"UserId\", \"AsOf\", \"label\". Columns are matched by name. Nothing was read.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_columns_some_are_named()
    {
        await using var test = await LoadedAsync(postgres);
        var refused = await Assert.ThrowsAsync<SpineSchemaException>(() => RowsAsync(UserSpend.HistoricalFeaturesAsync(
            test.Store, Spine.Sql("SELECT now() AS t, " + string.Join(", ", Enumerable.Range(0, 30).Select(i => $"1 AS c{i}")), "t"))));

        Assert.Contains("\"c18\" and 11 more. ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_and_record_batches_have_remedies_of_their_own()
    {
        await using var test = await LoadedAsync(postgres);
        await test.ExecuteAsync("CREATE TABLE public.bad AS SELECT '7' AS user_id, timestamp '2024-03-01' AS t, point(1, 2) AS p");
        using var batch = Of(("user_id", Texts("7")), ("t", Instants(new TimestampType(TimeUnit.Microsecond, (string?)null), Start)));

        Assert.Equal(
            [
                "the as-of column \"t\" is timestamp without time zone: a time without a zone is no instant, and the session's zone would move it; read the table with Spine.Sql, and write \"t\" AT TIME ZONE 'UTC' (or the zone it was taken in)",
                "column \"user_id\" is text, the key user_id of features.user_spend.v1 is bigint: read the table with Spine.Sql, and write \"user_id\"::bigint",
                "column \"p\" is point, which has no place in a training set: read the table with Spine.Sql, and write \"p\"::text",
            ],
            (await RefusedAsync(Spine.Table("public", "bad", "t"))).Differences);
        Assert.Equal(
            [
                "the as-of column \"t\" is timestamp without time zone: a time without a zone is no instant, and the session's zone would move it; give its field a TimestampType with a zone, such as UTC",
                "column \"user_id\" is text, the key user_id of features.user_spend.v1 is bigint: make it a column of Arrow type int64",
            ],
            (await RefusedAsync(Spine.Arrow([batch], "t"))).Differences);

        Task<SpineSchemaException> RefusedAsync(Spine spine) => Assert.ThrowsAsync<SpineSchemaException>(() => RowsAsync(UserSpend.HistoricalFeaturesAsync(test.Store, spine)));
    }

    [Fact]
    public async Task An_as_of_beyond_all_time_is_after_or_before_everything()
    {
        await using var test = await LoadedAsync(postgres);
        await SensorReading.EnsureAsync(test.Store);
        await SensorReading.SyncAsync(test.Store, [new SensorReading { Site = "a", Sensor = "s", At = Start, Value = 1 }]);
        var beyond = new TimestampArray(new TimestampType(TimeUnit.Second, "UTC"), new ArrowBuffer.Builder<long>().Append(1_000_000_000_000).Append(-1_000_000_000_000).Build(), ArrowBuffer.Empty, 2, 0, 0);
        using var spine = Of(("user_id", Longs(7, 7)), ("site", Texts("a", "a")), ("sensor", Texts("s", "s")), ("t", beyond));
        var set = TrainingSet.For<UserSpend, SensorReading>();
        foreach (var strategy in Enum.GetValues<JoinStrategy>())
        {
            var rows = await RowsAsync(set.HistoricalFeaturesAsync(test.Store, Spine.Arrow([spine], "t"), new() { Strategy = strategy }));
            Assert.Equal(["-|-|-|2024-03-01 10:00:00.000000|1|-", "-|-|-|-|-|-"], rows.Select(row => string.Join('|', row.Split('|')[4..])));
        }
    }

    [Theory]
    [InlineData("off", 1, 0)]
    [InlineData("off", 155_555, 155_000)] // in a spine that two connections share
    [InlineData("on", 155_555, 155_000)]
    public async Task An_infinite_as_of_of_a_query_ends_the_read_and_says_where_and_what_to_do(string readOnly, int row, int before)
    {
        await using var test = await LoadedAsync(postgres);
        await test.SetAsync("default_transaction_read_only = " + readOnly);
        await using var store = FeatureStore.Open(test.ConnectionString);
        var spine = Spine.Sql($"SELECT 7 AS user_id, CASE WHEN n = {row} THEN timestamptz '-infinity' ELSE now() END AS t FROM generate_series(1, {row + 10_000}) AS n", "t");
        var read = 0;
        var infinite = await Assert.ThrowsAsync<UnreadableValueException>(async () =>
        {
            await foreach (var batch in UserSpend.HistoricalFeaturesAsync(store, spine, new() { BatchSize = 1000 }))
            {
                read += batch.Length;
                batch.Dispose();
            }
        });

        Assert.Equal(("t", row, before), (infinite.Column, infinite.Row, read));
        Assert.Equal(
            $"Column \"t\" of row {row} of the result is an infinite instant, which an Arrow timestamp can't hold. The row was not read, nor those after it. An as-of is an instant of the years 1 to 9999: filter such rows out of the spine, or give them one.",
            infinite.Message);
    }

    [Fact]
    public async Task Another_value_of_a_query_that_can_not_be_read_is_corrected_there()
    {
        await using var test = await LoadedAsync(postgres);
        var unreadable = await Assert.ThrowsAsync<UnreadableValueException>(() =>
            RowsAsync(UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Sql("SELECT 7 AS user_id, now() AS t, date 'infinity' AS due", "t"))));

        Assert.EndsWith("Filter such rows out of the spine, cast its column to text, or leave it out.", unreadable.Message, StringComparison.Ordinal);
    }
}
