using Npgsql;
using static Ematix.Tests.Times;

namespace Ematix.Tests.Sources;

/// <summary>Semantics §5: a query on another database loads what the same query on the store's own would.</summary>
public sealed class RemoteSourceTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Columns_are_matched_by_name_never_by_position()
    {
        await using var test = (await TwoDatabases.CreateAsync(postgres)).Audits<Profile>();
        await test.Other.ExecuteAsync("CREATE TABLE people AS SELECT 2.5::float8 AS score, true AS active, 'Oslo' AS city, 7 AS id");
        var result = await Profile.SyncAsync(test.Store, Source.Sql(test.Database, "SELECT * FROM people"));

        var row = (await Profile.OnlineFeaturesAsync(test.Store, 7))!;
        Assert.Equal(("Oslo", true, 2.5), (row.City, row.Active, row.Score));
        Assert.Equal((1, 1), (result.RowsRead, result.Inserted));
    }

    [Fact]
    public async Task A_table_whose_rows_are_replaced_while_the_load_waits_for_it_has_them()
    {
        await using var test = (await TwoDatabases.CreateAsync(postgres)).Audits<Profile>();
        await test.Other.ExecuteAsync("CREATE TABLE people AS SELECT 7 AS id, 'Oslo' AS city, true AS active, 2.5::float8 AS score");
        await using var replacement = await Replacement.BeginAsync(test.Other, "people");
        var load = Profile.SyncAsync(test.Store, Source.Sql(test.Database, "SELECT * FROM people"));
        await replacement.EndAsync();

        Assert.Equal(1, (await load).Inserted);
    }

    [Fact]
    public async Task Every_difference_is_listed_before_a_row_is_read()
    {
        await using var test = await TwoDatabases.CreateAsync(postgres);
        var refused = await Assert.ThrowsAsync<SourceSchemaException>(() => Profile.SyncAsync(
            test.Store, Source.Sql(test.Database, "SELECT 1.5::real AS id, 'x' AS town, 1/(SELECT 0) AS active, 5::bigint AS score")));

        Assert.Equal(
            [
                "the source lacks column \"city\" (text)",
                "the view has no column \"town\" (text)",
                "column \"id\" is real, the view needs integer: write \"id\"::integer",
                "column \"active\" is integer, the view needs boolean: write \"active\"::boolean",
                "column \"score\" is bigint, the view needs double precision: write \"score\"::double precision",
            ],
            refused.Differences);
        Assert.Equal(["failed"], await test.Target.RowsAsync("SELECT status FROM ematix_flow.run_history"));
    }

    [Fact]
    public async Task A_type_of_the_same_width_is_refused_not_misread()
    {
        await using var test = await TwoDatabases.CreateAsync(postgres);
        var refused = await Assert.ThrowsAsync<SourceSchemaException>(() => UserSpend.SyncAsync(
            test.Store, Source.Sql(test.Database, "SELECT 1::float8 AS user_id, timestamptz '2024-01-01Z' AS purchases, 3.0 AS average, timestamp '2024-01-01' AS at")));

        Assert.Equal(3, refused.Differences.Count);
        Assert.Contains("\"at\" is timestamp without time zone, the view needs timestamptz", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Integers_widen_varchar_passes_as_text_and_numeric_is_rounded()
    {
        await using var test = (await TwoDatabases.CreateAsync(postgres)).Audits<UserSpend>().Audits<Profile>().Audits<EveryType>();
        await UserSpend.SyncAsync(test.Store, Source.Sql(test.Database, "SELECT 1::smallint AS user_id, 2::int AS purchases, 3.005::numeric(20,6) AS average, timestamptz '2024-01-01 00:00:00.000001Z' AS at"));
        await Profile.SyncAsync(test.Store, Source.Sql(test.Database, "SELECT (-1)::smallint AS id, 'Oslo'::varchar(9) AS city, true AS active, 'NaN'::float8 AS score"));

        var spend = (await UserSpend.HistoryAsync(test.Store, 1).ToArrayAsync())[0].Row;
        Assert.Equal((2, 3.01m, At("2024-01-01") + Microsecond), (spend.Purchases, spend.Average, spend.At));
        var profile = (await Profile.OnlineFeaturesAsync(test.Store, -1))!;
        Assert.Equal(("Oslo", double.NaN), (profile.City, profile.Score));
    }

    [Fact]
    public async Task What_the_column_can_not_hold_refuses_the_load()
    {
        await using var test = await TwoDatabases.CreateAsync(postgres);
        var refused = await Assert.ThrowsAsync<UnstorableValueException>(() => UserSpend.SyncAsync(
            test.Store, Source.Sql(test.Database, "SELECT g AS user_id, 2 AS purchases, 1e8::numeric AS average, timestamptz '2024-01-01Z' AS at FROM generate_series(1, 7) AS g")));

        Assert.Equal(("average", 7), (refused.Column, refused.RowCount));
    }

    [Fact]
    public async Task The_last_row_in_the_querys_order_wins_a_tie()
    {
        await using var test = (await TwoDatabases.CreateAsync(postgres)).Audits<UserSpend>();
        const string Query = "SELECT 1 AS user_id, g AS purchases, NULL::numeric AS average, timestamptz '2024-01-01Z' AS at FROM generate_series(1, 50000) AS g ORDER BY ";
        var up = await UserSpend.SyncAsync(test.Store, Source.Sql(test.Database, Query + "g"));
        Assert.Equal((50_000, 49_999), (up.RowsRead, up.Duplicates));
        Assert.Equal(50_000, (await UserSpend.HistoryAsync(test.Store, 1).ToArrayAsync())[0].Row.Purchases);

        await UserSpend.SyncAsync(test.Store, Source.Sql(test.Database, Query + "g DESC"));
        Assert.Equal(1, (await UserSpend.HistoryAsync(test.Store, 1).ToArrayAsync())[0].Row.Purchases);
    }

    [Fact]
    public async Task A_query_without_rows_loads_none()
    {
        await using var test = (await TwoDatabases.CreateAsync(postgres)).Audits<Profile>();
        Assert.Equal(0, (await Profile.SyncAsync(test.Store, Source.Sql(test.Database, "SELECT 1 AS id, 'x' AS city, true AS active, 1.0::float8 AS score WHERE false"))).RowsRead);
    }

    [Fact]
    public async Task A_row_longer_than_a_chunk_comes_whole_between_short_ones()
    {
        await using var test = (await TwoDatabases.CreateAsync(postgres)).Audits<Profile>();
        await Profile.SyncAsync(test.Store, Source.Sql(test.Database, """
            SELECT g AS id, CASE g WHEN 2 THEN repeat('0123456789abcdeß', 131072) ELSE g::text END AS city, true AS active, NULL::float8 AS score FROM generate_series(1, 3) AS g
            """));

        var rows = await Profile.OnlineFeaturesAsync(test.Store, [1, 2, 3]);
        Assert.Equal(["1", string.Concat(Enumerable.Repeat("0123456789abcdeß", 131072)), "3"], rows.Select(row => row!.City));
    }

    [Theory]
    [InlineData("SELECT 1 AS id, 'x' AS city, true AS active, 1.0::float8 AS score;")]
    [InlineData("WITH q AS (SELECT 1 AS id) SELECT id, 'x' AS city, true AS active, 1.0::float8 AS score FROM q -- the end")]
    [InlineData("SELECT 1 AS id, 'x' AS city, true AS active, 1.0::float8 AS score /* ; */ ;\n\n")]
    public async Task A_query_may_end_as_people_end_queries(string query)
    {
        await using var test = await TwoDatabases.CreateAsync(postgres);
        Assert.Equal(1, (await Profile.SyncAsync(test.Store, Source.Sql(test.Database, query))).Inserted);
    }

    [Fact]
    public async Task A_dry_run_reports_and_leaves_nothing()
    {
        await using var test = await TwoDatabases.CreateAsync(postgres);
        var result = await Profile.SyncAsync(
            test.Store, Source.Sql(test.Database, "SELECT g AS id, 'x' AS city, true AS active, 1.0::float8 AS score FROM generate_series(1, 9) AS g"), new() { DryRun = true });

        Assert.Equal((9, true), (result.Inserted, result.IsDryRun));
        Assert.Equal(0, await test.Target.ScalarAsync<long>("SELECT count(*) FROM pg_tables WHERE schemaname IN ('features', 'ematix_flow')"));
    }

    [Fact]
    public async Task Progress_tells_the_rows_read_so_far()
    {
        await using var test = await TwoDatabases.CreateAsync(postgres);
        var told = new Told();
        await Profile.SyncAsync(
            test.Store, Source.Sql(test.Database, "SELECT g AS id, 'x' AS city, true AS active, 1.0::float8 AS score FROM generate_series(1, 60000) AS g"), new() { Progress = told });

        Assert.Equal([(60_000, 60_000, 0), (60_000, 60_000, 60_000)], told.Seen[^2..].Select(step => (step.RowsRead, step.RowsStaged, step.RowsChanged)));
        var read = told.Seen[..^2].Select(step => step.RowsRead).ToArray();
        Assert.True(read.Length >= 3, $"{read.Length} steps were told.");
        Assert.True(read.SequenceEqual(read.Order()) && read[^1] <= 60_000);
    }

    [Fact]
    public async Task The_stores_own_data_source_is_the_stores_own_database()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await using var one = NpgsqlDataSource.Create(test.ConnectionString + ";Maximum Pool Size=1;Timeout=5");
        var result = await Profile.SyncAsync(new FeatureStore(one), Source.Sql(one, $"SELECT {1} AS id, 'x' AS city, true AS active, 1.0::float8 AS score"));

        Assert.Equal(1, result.Inserted);
    }

    private sealed class Told : IProgress<SyncProgress>
    {
        public List<SyncProgress> Seen { get; } = [];

        public void Report(SyncProgress value) => Seen.Add(value);
    }
}
