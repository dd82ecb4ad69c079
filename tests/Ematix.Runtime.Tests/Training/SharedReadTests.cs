using System.Globalization;
using Apache.Arrow;
using Ematix.Planning.Training;
using Ematix.Training;
using Npgsql;
using static Ematix.Tests.Batches;
using static Ematix.Tests.Spend;

namespace Ematix.Tests.Training;

/// <summary>What several connections read of one spine, each its own range of keys, is what one connection reads.</summary>
public sealed class SharedReadTests(PostgresFixture postgres)
{
    /// <summary>Users without a row, rows without a user, rows without an as-of, and the same row again and again.</summary>
    private const string Pairs = """
        SELECT i AS label, CASE WHEN i % 11 > 0 THEN 5 + i % 5 END AS user_id,
            CASE WHEN i % 13 > 0 THEN timestamptz '2024-03-01 10:00Z' + (i * 4919 % 200000) * interval '1 second' END AS t
        FROM generate_series(1, 700) AS i
        """;

    private static readonly PartSizes Small = new() { First = 90, Most = 200, Unshared = 10, Typed = 100 };

    [Theory]
    [InlineData(JoinStrategy.Probe, false)]
    [InlineData(JoinStrategy.Hash, false)]
    [InlineData(JoinStrategy.OnePass, false)]
    [InlineData(JoinStrategy.Auto, true)]
    public async Task Every_kind_of_spine_gives_what_one_connection_gives(JoinStrategy strategy, bool known)
    {
        await using var test = await LoadedAsync(postgres);
        await test.ExecuteAsync($"CREATE TABLE public.pairs AS {Pairs}");
        HistoricalOptions<UserSpend> options = new() { Strategy = strategy, BatchSize = 60, AsKnownAt = known ? DateTimeOffset.MaxValue : null };
        var expected = await RowsAsync(UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Sql(Pairs, "t"), options with { MaxConnections = 1 }));
        Assert.Equal(700, expected.Count);
        using var batch = await BatchAsync(test);

        foreach (var connections in (int[])[1, 2, 3])
        {
            var shared = options with { MaxConnections = connections, Sizes = Small };
            foreach (var spine in (Func<Spine>[])[() => Spine.Sql(Pairs, "t"), () => Spine.Table("public", "pairs", "t"), () => Spine.Arrow([batch], "t")])
            {
                var features = UserSpend.HistoricalFeaturesAsync(test.Store, spine(), shared);
                Assert.Equal(connections, (await features.ExplainAsync()).Connections);
                Assert.Equal(expected, await RowsAsync(features));
            }
        }
    }

    [Fact]
    public async Task A_role_whose_idle_transactions_are_ended_may_give_and_take_rows_slowly()
    {
        await using var test = await LoadedAsync(postgres);
        using var batch = await BatchAsync(test);
        await using var store = FeatureStore.Open(test.ConnectionString + ";Options=-c idle_in_transaction_session_timeout=100");
        async IAsyncEnumerable<RecordBatch> SlowAsync()
        {
            for (var from = 0; from < batch.Length; from += 200)
            {
                await Task.Delay(300);
                yield return batch.Slice(from, Math.Min(200, batch.Length - from));
            }
        }

        foreach (var spine in new[] { Spine.Sql(Pairs, "t"), Spine.Arrow(SlowAsync(), "t") })
        {
            var rows = 0;
            await foreach (var features in UserSpend.HistoricalFeaturesAsync(store, spine, new() { Sizes = Small, BatchSize = 200 }))
            {
                rows += features.Length;
                features.Dispose();
                await Task.Delay(300);
            }

            Assert.Equal(700, rows);
        }
    }

    [Fact]
    public async Task A_spine_of_one_key_is_cut_by_its_instants_and_one_without_keys_not_at_all()
    {
        await using var test = await LoadedAsync(postgres);
        HistoricalOptions<UserSpend> options = new() { Sizes = Small, Columns = [UserSpend.Columns.Purchases] };

        var one = await RowsAsync(UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Sql("SELECT 7 AS user_id, timestamptz '2024-03-01 10:00Z' + i * interval '1 day' AS t FROM generate_series(-1, 200) AS i", "t"), options));
        Assert.Equal(["-", "1", "2", "3", "3"], one.Take(5).Select(row => row[(row.LastIndexOf('|') + 1)..]));
        Assert.Equal(202, one.Count);
        var none = await RowsAsync(UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Sql("SELECT NULL::bigint AS user_id, NULL::timestamptz AS t, i FROM generate_series(1, 300) AS i", "t"), options));
        Assert.Equal(Enumerable.Range(1, 300).Select(i => $"-|-|{i}|-"), none);
    }

    [Theory]
    [InlineData("a parent", "CREATE TABLE public.stored (LIKE public.pairs); CREATE TABLE public.child () INHERITS (public.stored); INSERT INTO public.stored SELECT * FROM public.pairs WHERE label < 400; INSERT INTO public.child SELECT * FROM public.pairs WHERE label >= 400", true)]
    [InlineData("partitioned", "CREATE TABLE public.stored (LIKE public.pairs) PARTITION BY RANGE (label); CREATE TABLE public.low PARTITION OF public.stored FOR VALUES FROM (0) TO (400); CREATE TABLE public.high PARTITION OF public.stored FOR VALUES FROM (400) TO (900); INSERT INTO public.stored SELECT * FROM public.pairs", true)]
    [InlineData("a view", "CREATE VIEW public.stored AS SELECT * FROM public.pairs", true)]
    [InlineData("a materialized view", "CREATE MATERIALIZED VIEW public.stored AS SELECT * FROM public.pairs", false)]
    [InlineData("with holes", "CREATE TABLE public.stored AS SELECT * FROM public.pairs; INSERT INTO public.stored SELECT -label, 1, now() FROM public.pairs; DELETE FROM public.stored WHERE label < 0; UPDATE public.stored SET label = label WHERE label < 0", false)]
    public async Task A_relation_of_any_kind_is_read_in_the_order_in_which_it_is_stored(string kind, string create, bool isStaged)
    {
        await using var test = await LoadedAsync(postgres);
        await test.ExecuteAsync($"CREATE TABLE public.pairs AS {Pairs}; {create}");
        var features = UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Table("public", "stored", "t"), new() { Sizes = Small, MaxConnections = 3 });

        var rows = await RowsAsync(features);
        Assert.Equal(Enumerable.Range(1, 700).Select(i => i.ToString(CultureInfo.InvariantCulture)), rows.Select(row => row[..row.IndexOf('|')]));
        Assert.Equal(await RowsAsync(UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Sql(Pairs, "t"))), rows);
        Assert.True(isStaged == (await features.ExplainAsync()).Sql.Contains("ematix_spine", StringComparison.Ordinal), kind);
    }

    [Fact]
    public async Task A_role_sees_only_the_spine_rows_and_columns_that_it_may()
    {
        await using var test = await LoadedAsync(postgres);
        Assert.SkipUnless(postgres.Server.IsPrivate, "The server is shared (EMATIX_TEST_POSTGRES): it gets no roles.");
        var role = new NpgsqlConnectionStringBuilder(test.ConnectionString).Database! + "_reader";
        await test.ExecuteAsync($"""
            CREATE ROLE "{role}" LOGIN PASSWORD 'reader';
            GRANT USAGE ON SCHEMA features TO "{role}";
            GRANT SELECT ON features.user_spend_v1 TO "{role}";
            CREATE TABLE public.guarded AS {Pairs};
            CREATE TABLE public.listed AS {Pairs};
            ALTER TABLE public.guarded ENABLE ROW LEVEL SECURITY;
            CREATE POLICY first_rows ON public.guarded USING (label <= 300);
            GRANT SELECT ON public.guarded TO "{role}";
            GRANT SELECT (label, user_id, t) ON public.listed TO "{role}";
            """);
        var reader = new NpgsqlConnectionStringBuilder(test.ConnectionString) { Username = role, Password = "reader" };
        await using (var store = FeatureStore.Open(reader.ConnectionString))
        {
            Assert.Equal(300, (await RowsAsync(UserSpend.HistoricalFeaturesAsync(store, Spine.Table("public", "guarded", "t"), new() { Sizes = Small }))).Count);
            Assert.Equal(700, (await RowsAsync(UserSpend.HistoricalFeaturesAsync(store, Spine.Table("public", "listed", "t"), new() { Sizes = Small }))).Count);
        }

        await test.ExecuteAsync($"""DROP OWNED BY "{role}"; DROP ROLE "{role}";""");
    }

    [Fact]
    public async Task A_table_that_is_rewritten_while_it_is_read_is_read_as_it_was()
    {
        await using var test = await LoadedAsync(postgres);
        await test.ExecuteAsync($"CREATE TABLE public.pairs AS {Pairs}");
        var expected = await RowsAsync(UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Table("public", "pairs", "t")));
        await using var reader = await UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Table("public", "pairs", "t"), new() { Sizes = Small, BatchSize = 50 }).OpenAsync();
        await test.ExecuteAsync("UPDATE public.pairs SET user_id = 8; DELETE FROM public.pairs WHERE label < 300; INSERT INTO public.pairs SELECT 1000 + label, 7, t FROM public.pairs");
        var rewrite = await Assert.ThrowsAsync<PostgresException>(() => test.ExecuteAsync("SET lock_timeout = '50ms'; TRUNCATE public.pairs"));
        Assert.Equal(PostgresErrorCodes.LockNotAvailable, rewrite.SqlState);

        Assert.Equal(expected, await RowsAsync(BatchesOf(reader)));
    }

    [Fact]
    public async Task A_read_does_not_wait_for_a_writer_who_waits_for_it()
    {
        await using var test = await LoadedAsync(postgres);
        await test.ExecuteAsync($"CREATE TABLE public.pairs AS {Pairs}");
        Task truncate;
        await using (var reader = await UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Table("public", "pairs", "t"), new() { Sizes = Small }).OpenAsync())
        {
            truncate = test.ExecuteAsync("TRUNCATE public.pairs, features.user_spend_v1");
            await WaitForAsync(test, 1);
            Assert.Equal(700, (await RowsAsync(BatchesOf(reader)).WaitAsync(TimeSpan.FromSeconds(30))).Count);
        }

        await truncate;
    }

    [Fact]
    public async Task A_further_connection_that_would_wait_behind_a_writer_is_done_without()
    {
        await using var test = await LoadedAsync(postgres);
        const string Hold = "SELECT NULL FROM features.user_spend_v1 WHERE false";
        await using var first = await ContextAsync(test);
        var snapshot = (await first.Session.QueryAsync(SnapshotSql.Export, reader => reader.GetString(0), CancellationToken.None))[0];
        var truncate = test.ExecuteAsync("TRUNCATE features.user_spend_v1");
        await WaitForAsync(test, 1);

        Assert.Null(await OtherSession.TryBeginAsync(first, snapshot, Hold, CancellationToken.None));
        await first.DisposeAsync();
        await truncate;
        Assert.Equal(0L, await test.ScalarAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE state LIKE '%transaction%' AND datname = current_database()"));
    }

    [Fact]
    public async Task Each_connection_has_the_limit_of_a_statement()
    {
        await using var test = await LoadedAsync(postgres);
        await using var first = await ContextAsync(test);
        var snapshot = (await first.Session.QueryAsync(SnapshotSql.Export, reader => reader.GetString(0), CancellationToken.None))[0];
        await using var other = (await OtherSession.TryBeginAsync(first, snapshot, "SELECT", CancellationToken.None))!;
        foreach (var session in new[] { first.Session, other })
            Assert.Equal(["77s"], await session.QueryAsync("SELECT current_setting('statement_timeout')", reader => reader.GetString(0), CancellationToken.None));
    }

    [Fact]
    public async Task What_can_not_be_read_ends_the_work_of_all_connections()
    {
        await using var test = await LoadedAsync(postgres);
        var spine = Spine.Sql("SELECT i AS user_id, CASE WHEN i = 400 THEN timestamptz 'infinity' ELSE now() END AS t FROM generate_series(1, 400) AS i", "t");
        var features = UserSpend.HistoricalFeaturesAsync(test.Store, spine, new() { Sizes = Small, MaxConnections = 3 });

        await Assert.ThrowsAsync<UnreadableValueException>(() => RowsAsync(features));
        Assert.Equal(0L, await test.ScalarAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE state LIKE '%transaction%' AND datname = current_database()"));
    }

    [Fact]
    public async Task A_read_that_is_cancelled_while_the_server_works_ends_there_too()
    {
        await using var test = await LoadedAsync(postgres);
        await test.ExecuteAsync("ANALYZE features.user_spend_v1");
        await using var blocker = new NpgsqlConnection(test.ConnectionString);
        await blocker.OpenAsync();
        await using var held = await blocker.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("LOCK TABLE features.user_spend_v1 IN ACCESS EXCLUSIVE MODE", blocker, held))
            await hold.ExecuteNonQueryAsync();
        using var cancelled = new CancellationTokenSource();
        var read = RowsAsync(UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Sql(Pairs, "t"), new() { Sizes = Small }, cancelled.Token));
        await WaitForAsync(test, 1);
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        await WaitForAsync(test, 0);
    }

    private static Task<TrainingContext> ContextAsync(TestStore test) => TrainingContext.BeginAsync(
        test.Store, TrainingSet.For<UserSpend>().Model, spine: null, new HistoricalOptions { StatementTimeout = TimeSpan.FromSeconds(77) }, CancellationToken.None);

    /// <summary>Waits until so many sessions wait for a table.</summary>
    private static async Task WaitForAsync(TestStore test, long waiting)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await test.ScalarAsync<long>("SELECT count(*) FROM pg_locks JOIN pg_database AS d ON d.oid = database WHERE NOT granted AND locktype = 'relation' AND datname = current_database()") != waiting)
            limit.Token.ThrowIfCancellationRequested();
    }

    private static async IAsyncEnumerable<RecordBatch> BatchesOf(HistoricalReader reader)
    {
        while (await reader.ReadNextRecordBatchAsync() is { } batch)
            yield return batch;
    }

    private static async Task<RecordBatch> BatchAsync(TestStore test)
    {
        var (labels, users, instants) = (new List<long?>(), new List<long?>(), new List<DateTimeOffset?>());
        await using var command = test.Store.DataSource.CreateCommand(Pairs);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            labels.Add(reader.GetInt32(0));
            users.Add(reader.IsDBNull(1) ? null : reader.GetInt32(1));
            instants.Add(reader.IsDBNull(2) ? null : reader.GetFieldValue<DateTimeOffset>(2));
        }

        return Of(("label", Longs([.. labels])), ("user_id", Longs([.. users])), ("t", Instants([.. instants])));
    }
}
