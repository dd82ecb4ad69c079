using System.Globalization;
using Ematix.Tests.Types;
using Npgsql;

namespace Ematix.Tests.Sources;

/// <summary>Settings and encodings of the other database change nothing; it is only read, in one snapshot.</summary>
public sealed class RemoteSessionTests(PostgresFixture postgres)
{
    private const string OneProfile = "SELECT 1 AS id, city, true AS active, 1.0::float8 AS score FROM people";

    public static TheoryData<string, string[]> Sessions => RoundTripTests.Sessions;

    [Theory]
    [MemberData(nameof(Sessions), DisableDiscoveryEnumeration = true)]
    public async Task Every_value_of_every_type_comes_over_as_it_is(string culture, string[] settings)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        await using var test = (await TwoDatabases.CreateAsync(postgres, settings)).Audits<EveryType>();
        var cases = TypeCases.All;
        await EveryType.SyncAsync(test.Other.Store, cases.Select(row => row.Given));
        var columns = (await test.Other.RowsAsync("SELECT string_agg(quote_ident(attname), ', ' ORDER BY attname) FROM pg_attribute WHERE attrelid = 'features.every_type_v1'::regclass AND attnum BETWEEN 1 AND 37"))[0];
        await EveryType.SyncAsync(test.Store, Source.Sql(test.Database, "SELECT " + columns + " FROM features.every_type_v1"));

        var online = await EveryType.OnlineFeaturesAsync(test.Store, [.. cases.Select(row => row.Expected.Id)]);
        foreach (var (i, (name, _, expected)) in cases.Index())
            Assert.True(Rendering.Of(expected).SequenceEqual(Rendering.Of(online[i]!)), $"{name}: {string.Join(", ", Rendering.Of(expected).Except(Rendering.Of(online[i]!)))}");
        Assert.Equal(cases.Count, (await EveryType.SyncAsync(test.Store, cases.Select(row => row.Given))).Unchanged);
    }

    [Fact]
    public async Task A_source_whose_server_plans_all_it_can_in_parallel_still_begins_with_filler()
    {
        await using var test = (await TwoDatabases.CreateAsync(postgres, "parallel_setup_cost = 0", "parallel_tuple_cost = 0", "min_parallel_table_scan_size = 0", "max_parallel_workers_per_gather = 4")).Audits<Profile>();
        await test.Other.ExecuteAsync("CREATE TABLE people AS SELECT i AS id, 'c' || i AS city, true AS active, i::float8 AS score FROM generate_series(1, 20000) AS i; ANALYZE people");
        const string Query = "SELECT * FROM people WHERE length(city) > 1";
        var copy = Planning.LoadPlanner.Plan(Definitions.Of<Profile>(), Model.LoadOptionsModel.Default).CopyQuery(Query, null);
        await using (var explain = test.Database.CreateCommand("EXPLAIN (COSTS OFF) " + copy["COPY ".Length..copy.LastIndexOf(" TO STDOUT", StringComparison.Ordinal)].Trim('(', ')')))
        await using (var reader = await explain.ExecuteReaderAsync())
        {
            List<string> plan = [];
            while (await reader.ReadAsync())
                plan.Add(reader.GetString(0));
            Assert.Equal("Append", plan[0]);
            Assert.Contains(plan, line => line.Contains("Gather", StringComparison.Ordinal));
        }

        Assert.Equal(20_000, (await Profile.SyncAsync(test.Store, Source.Sql(test.Database, Query))).Inserted);
        Assert.Equal(20_000L * 20_001 / 2, await test.Target.ScalarAsync<long>("SELECT sum(id) FROM features.profile_v1 WHERE city = 'c' || id AND score = id"));
    }

    [Theory]
    [InlineData("LATIN1", "")]
    [InlineData("UTF8", "Client Encoding=LATIN1")]
    [InlineData("LATIN1", "Client Encoding=LATIN1")]
    public async Task Text_comes_over_whatever_the_encoding(string encoding, string connection)
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await using var other = await EncodedAsync(test, encoding, connection);
        await other.ExecuteAsync(@"CREATE TABLE people AS SELECT U&'Malm\00F6 \00DF'::text AS city");
        var city = "Malmö ß";
        await Profile.SyncAsync(test.Store, Source.Sql(other.Database, $"SELECT 1 AS id, city, true AS active, length(city)::float8 AS score FROM people WHERE city = {city}"));

        var row = (await Profile.OnlineFeaturesAsync(test.Store, 1))!;
        Assert.Equal((city, 7), (row.City, row.Score));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused_by_the_store()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await using var other = await EncodedAsync(test, "SQL_ASCII", "");
        await other.ExecuteAsync(@"CREATE TABLE people AS SELECT E'\377'::text AS city");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Profile.SyncAsync(test.Store, Source.Sql(other.Database, OneProfile)));

        Assert.Equal(PostgresErrorCodes.CharacterNotInRepertoire, refused.SqlState);
        Assert.Equal(0, await test.ScalarAsync<long>("SELECT count(*) FROM features.profile_v1"));
        Assert.Equal(1, (await Profile.SyncAsync(test.Store, Source.Sql(other.Database, "SELECT 1 AS id, 'x' AS city, true AS active, 1.0::float8 AS score"))).Inserted);
    }

    [Fact]
    public async Task The_query_sees_its_own_search_path_and_nothing_of_ours_is_shadowed()
    {
        await using var test = (await TwoDatabases.CreateAsync(postgres)).Audits<Profile>().Audits<UserSpend>();
        await test.Other.ExecuteAsync("""
            CREATE SCHEMA evil;
            CREATE TABLE evil.people AS SELECT g AS id, 'Oslo'::varchar(9) AS city, true AS active, 1.0::float8 AS score FROM generate_series(1, 3) AS g;
            CREATE FUNCTION evil.row_number() RETURNS bigint LANGUAGE sql AS $$ SELECT 1::bigint $$;
            CREATE FUNCTION evil.current_setting(text) RETURNS text LANGUAGE sql AS $$ SELECT 'evil' $$;
            CREATE FUNCTION evil.set_config(text, text, boolean) RETURNS text LANGUAGE sql AS $$ SELECT 'evil' $$;
            CREATE FUNCTION evil.generate_series(int, int) RETURNS SETOF int LANGUAGE sql AS $$ SELECT 1 $$;
            CREATE DOMAIN evil.text AS pg_catalog.varchar(1);
            CREATE DOMAIN evil.timestamptz AS pg_catalog.timestamptz CHECK (VALUE IS NULL);
            """);
        await test.Other.SetAsync("search_path = evil, pg_catalog");
        var city = "Oslo";
        await Profile.SyncAsync(test.Store, Source.Sql(test.Database, $"SELECT * FROM people WHERE city = {city}"));
        await UserSpend.SyncAsync(test.Store, Source.Sql(test.Database, $"SELECT 1 AS user_id, 2 AS purchases, NULL::numeric AS average, {Times.At("2024-01-01")} AS at"));

        Assert.Equal(["1|Oslo", "2|Oslo", "3|Oslo"], await test.Target.RowsAsync("SELECT id, city FROM features.profile_v1 ORDER BY id"));
    }

    [Fact]
    public async Task The_query_reads_one_snapshot_and_can_not_write()
    {
        await using var test = await TwoDatabases.CreateAsync(postgres, "default_transaction_isolation = 'read committed'");
        await test.Other.ExecuteAsync("CREATE TABLE people (city text); CREATE FUNCTION spy() RETURNS text LANGUAGE sql VOLATILE AS $$ INSERT INTO people VALUES ('x') RETURNING city $$");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Profile.SyncAsync(
            test.Store, Source.Sql(test.Database, "SELECT 1 AS id, spy() AS city, true AS active, 1.0::float8 AS score")));
        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, refused.SqlState);

        await Profile.SyncAsync(test.Store, Source.Sql(
            test.Database, "SELECT 1 AS id, current_setting('transaction_isolation') || ' ' || current_setting('transaction_read_only') AS city, true AS active, 1.0::float8 AS score"));
        Assert.Equal("repeatable read on", (await Profile.OnlineFeaturesAsync(test.Store, 1))!.City);
    }

    [Fact]
    public async Task A_database_that_only_reads_will_do()
    {
        await using var test = await TwoDatabases.CreateAsync(postgres);
        await test.Other.ExecuteAsync("CREATE TABLE people AS SELECT 'Oslo' AS city");
        await test.Other.SetAsync("default_transaction_read_only = on", "default_transaction_isolation = 'serializable'");

        Assert.Equal(1, (await Profile.SyncAsync(test.Store, Source.Sql(test.Database, OneProfile))).Inserted);
    }

    private static async Task<EncodedDatabase> EncodedAsync(TestStore test, string encoding, string connection)
    {
        var name = $"ematix_{encoding.ToLowerInvariant()}_{Guid.NewGuid():n}";
        await test.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0 ENCODING '{encoding}' LC_COLLATE 'C' LC_CTYPE 'C'");
        return new(test, name, connection);
    }

    private sealed class EncodedDatabase(TestStore test, string name, string connection) : IAsyncDisposable
    {
        public NpgsqlDataSource Database { get; } = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(test.ConnectionString) { Database = name }.ConnectionString + ";" + connection);

        public async Task ExecuteAsync(string sql)
        {
            await using var command = Database.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await Database.DisposeAsync();
            await test.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
        }
    }
}
