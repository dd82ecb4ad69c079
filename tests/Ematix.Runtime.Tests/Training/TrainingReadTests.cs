using Apache.Arrow;
using Npgsql;
using static Ematix.Tests.Batches;
using static Ematix.Tests.Spend;

namespace Ematix.Tests.Training;

/// <summary>A read as a whole: one snapshot, several connections, what it leaves behind.</summary>
public sealed class TrainingReadTests(PostgresFixture postgres)
{
    private const string Pairs = "SELECT i AS label, 7 + i % 3 AS user_id, timestamptz '2024-03-01 10:00Z' + (i * 4919 % 200000) * interval '1 second' AS t FROM generate_series(1, 160000) AS i";

    [Fact]
    public async Task A_long_spine_comes_in_its_order_from_two_connections_as_from_one()
    {
        await using var test = await LoadedAsync(postgres);
        HistoricalOptions<UserSpend> options = new() { Strategy = JoinStrategy.Probe, Columns = [UserSpend.Columns.Purchases] };
        var one = UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Sql(Pairs, "t"), options with { MaxConnections = 1 });
        var two = UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Sql(Pairs, "t"), options);

        Assert.Equal(2, (await two.ExplainAsync()).Connections);
        var rows = await RowsAsync(two);
        Assert.Equal(160_000, rows.Count);
        Assert.All(rows.Index(), row => Assert.StartsWith($"{row.Index + 1}|", row.Item, StringComparison.Ordinal));
        Assert.Equal(await RowsAsync(one), rows);
    }

    [Fact]
    public async Task With_one_connection_to_be_had_two_reads_at_once_go_on_with_one_each()
    {
        await using var test = await LoadedAsync(postgres);
        await using var store = FeatureStore.Open(test.ConnectionString + ";Maximum Pool Size=2;Timeout=15");
        HistoricalOptions<UserSpend> options = new() { Strategy = JoinStrategy.Probe };
        var reads = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => RowsAsync(UserSpend.HistoricalFeaturesAsync(store, Spine.Sql(Pairs, "t"), options))));

        Assert.Equal(160_000, reads[0].Count);
        Assert.Equal(reads[0], reads[1]);
    }

    [Fact]
    public async Task Parts_of_record_batches_keep_their_order_and_their_rows()
    {
        await using var test = await LoadedAsync(postgres);
        static IEnumerable<RecordBatch> Spine()
        {
            for (var from = 0; from < 130_000; from += 30_000)
            {
                long?[] numbers = [.. Enumerable.Range(from, 30_000).Select(i => (long?)i)];
                using var batch = Of(("n", Longs(numbers)), ("user_id", Longs([.. numbers.Select(n => 7 + (n % 2))])), ("t", Instants([.. numbers.Select(n => (DateTimeOffset?)Start.AddDays((double)(n! % 3)))])));
                yield return batch;
            }
        }

        var rows = await RowsAsync(UserSpend.HistoricalFeaturesAsync(test.Store, Ematix.Spine.Arrow(Spine(), "t"), new() { Columns = [UserSpend.Columns.Purchases], BatchSize = 7_777 }));
        Assert.Equal(150_000, rows.Count);
        Assert.All(rows.Index(), row => Assert.Equal($"{row.Index}|{7 + (row.Index % 2)}|{(row.Index % 2 == 1 ? 20 : (row.Index % 3) + 1)}", Without(row.Item, 2)));
    }

    [Fact]
    public async Task A_load_that_commits_while_a_set_is_read_changes_nothing()
    {
        await using var test = (await LoadedAsync(postgres)).Audits<Profile>();
        await Profile.SyncAsync(test.Store, [new Profile { Id = 7, City = "Rome" }]);
        var set = TrainingSet.For<UserSpend, Profile>();
        await using var reader = await set.HistoricalFeaturesAsync(test.Store, Spine.Sql("SELECT 7 AS user_id, 7 AS id, timestamptz '2024-03-20Z' + interval '100 years' * (i % 2) AS t FROM generate_series(0, 1) AS i", "t"), new()).OpenAsync();
        await UserSpend.SyncAsync(test.Store, [new UserSpend { UserId = 7, Purchases = 99, At = Start.AddDays(3) }]);
        await Profile.SyncAsync(test.Store, [new Profile { Id = 7, City = "Bern" }]);
        using var batch = (await reader.ReadNextRecordBatchAsync())!;

        Assert.Equal(3, ((Int64Array)batch.Column("purchases")).GetValue(0));
        Assert.Equal("Rome", ((StringArray)batch.Column("city")).GetString(1));
        Assert.Null(await reader.ReadNextRecordBatchAsync());
        Assert.Equal(2, reader.RowCount);
    }

    [Fact]
    public async Task A_read_may_take_longer_than_the_command_timeout_to_its_first_row()
    {
        await using var test = await LoadedAsync(postgres);
        await using var store = FeatureStore.Open(test.ConnectionString + ";Command Timeout=1;Options=-c default_transaction_read_only=on -c client_min_messages=error");

        Assert.Equal(["7|2024-03-02 10:00:00.000000|2"], await RowsAsync(UserSpend.HistoricalFeaturesAsync(
            store, Spine.Sql("SELECT 7 AS user_id, timestamptz '2024-03-02 10:00Z' AS t FROM pg_sleep(2.5)", "t"), new() { Columns = [UserSpend.Columns.Purchases] })));
    }

    [Fact]
    public async Task A_read_that_is_cancelled_or_left_gives_its_connections_back()
    {
        await using var test = await LoadedAsync(postgres);
        await using var store = FeatureStore.Open(test.ConnectionString + ";Maximum Pool Size=2;Timeout=15");
        for (var i = 0; i < 3; i++)
        {
            using var cancelled = new CancellationTokenSource();
            var features = UserSpend.HistoricalFeaturesAsync(store, Spine.Sql(Pairs, "t"), new() { BatchSize = 100, Strategy = JoinStrategy.Probe }, cancelled.Token);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                await foreach (var batch in features)
                {
                    batch.Dispose();
                    await cancelled.CancelAsync();
                }
            });
            await foreach (var batch in UserSpend.HistoricalFeaturesAsync(store, Spine.Sql(Pairs, "t"), new() { BatchSize = 100, Strategy = JoinStrategy.Probe }))
            {
                batch.Dispose();
                break;
            }
        }

        Assert.Equal([3], await PurchasesAsync(test, [new(7, Start.AddDays(2))]));
        await using var connections = store.DataSource.CreateCommand("SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%' AND datname = current_database()");
        Assert.Equal(0L, await connections.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_role_that_may_only_read_and_not_stage_reads_all_the_same()
    {
        await using var test = await LoadedAsync(postgres);
        Assert.SkipUnless(postgres.Server.IsPrivate, "The server is shared (EMATIX_TEST_POSTGRES): it gets no roles.");
        var database = new NpgsqlConnectionStringBuilder(test.ConnectionString).Database!;
        await test.ExecuteAsync($"""
            CREATE ROLE "{database}_reader" LOGIN PASSWORD 'reader';
            REVOKE TEMPORARY ON DATABASE "{database}" FROM PUBLIC;
            GRANT USAGE ON SCHEMA features TO "{database}_reader";
            GRANT SELECT ON features.user_spend_v1 TO "{database}_reader";
            """);
        var reader = new NpgsqlConnectionStringBuilder(test.ConnectionString) { Username = database + "_reader", Password = "reader" };
        await using (var store = FeatureStore.Open(reader.ConnectionString))
        {
            var (id, when, share) = (7, Start.AddDays(2), 0.1);
            var rows = await RowsAsync(UserSpend.HistoricalFeaturesAsync(store, Spine.Sql($"SELECT {id} AS user_id, {when} AS t, {share} AS share, {(string?)null}::text AS note, {"it's $1 \\ \"x\""} AS text", "t")));
            Assert.Equal([@"7|2024-03-03 10:00:00.000000|0.1|-|it's $1 \ ""x""|3|3.00|2024-03-03 10:00:00.000000"], rows);
        }

        await test.ExecuteAsync($"""
            DROP OWNED BY "{database}_reader";
            DROP ROLE "{database}_reader";
            """);
    }

    [Fact]
    public async Task Permuting_and_duplicating_the_spine_permutes_and_duplicates_the_rows()
    {
        await using var test = await LoadedAsync(postgres);
        SpineRow<long>[] spine = [.. Enumerable.Range(0, 60).Select(i => new SpineRow<long>(6 + (i % 4), Start.AddHours(i - 4)))];
        var answers = (await PurchasesAsync(test, spine)).Index().ToDictionary(answer => spine[answer.Index], answer => answer.Item);
        SpineRow<long>[] shuffled = [.. Enumerable.Range(0, 120).Select(i => spine[i * 37 % 60])];

        Assert.Equal(shuffled.Select(row => answers[row]), await PurchasesAsync(test, shuffled));
    }

    [Fact]
    public async Task Progress_and_explanation_say_what_is_done()
    {
        await using var test = await LoadedAsync(postgres);
        var reports = new List<HistoricalProgress>();
        var features = UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Sql("SELECT 7 AS user_id, now() AS t FROM generate_series(1, 10)", "t"), new() { BatchSize = 4, Progress = new Reports(reports) });
        await RowsAsync(features);
        var explanation = await features.ExplainAsync();

        HistoricalProgress[] expected = [new(4, 10), new(8, 10), new(10, 10)];
        Assert.Equal(expected, reports);
        Assert.Equal((JoinStrategy.Probe, (long?)10, 1), (explanation.Strategy, explanation.SpineRows, explanation.Connections));
        Assert.Contains("10 spine rows", explanation.Reason, StringComparison.Ordinal);
        Assert.Contains("user_spend_v1", explanation.Plan, StringComparison.Ordinal);
        Assert.Contains("LEFT JOIN LATERAL", explanation.Sql, StringComparison.Ordinal);
    }

    private static string Without(string row, int column) => string.Join('|', row.Split('|').Where((_, i) => i != column));

    private sealed class Reports(List<HistoricalProgress> reports) : IProgress<HistoricalProgress>
    {
        public void Report(HistoricalProgress value) => reports.Add(value);
    }
}
