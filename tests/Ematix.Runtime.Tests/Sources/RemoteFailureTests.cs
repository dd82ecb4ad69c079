using Npgsql;

namespace Ematix.Tests.Sources;

/// <summary>What goes wrong on either side ends both, loads nothing, and leaves both pools as they were.</summary>
public sealed class RemoteFailureTests(PostgresFixture postgres)
{
    private const string Good = "SELECT 1 AS id, 'x' AS city, true AS active, 1.0::float8 AS score";

    /// <summary>Rows without end, as far as a test is concerned; a series in FROM would be made whole first.</summary>
    private const string Endless = "SELECT 1 AS id, repeat('x', 200) AS city, true AS active, 1.0::float8 AS score FROM (SELECT generate_series(1, 2000000000)) AS g";

    [Fact]
    public async Task An_error_of_the_query_half_way_reaches_the_caller_as_it_is()
    {
        await using var test = (await TwoDatabases.CreateAsync(postgres)).Audits<Profile>();
        var failed = await Assert.ThrowsAsync<PostgresException>(() => Profile.SyncAsync(
            test.Store, Source.Sql(test.Database, "SELECT g AS id, (1 / (90000 - g))::text AS city, true AS active, 1.0::float8 AS score FROM generate_series(1, 100000) AS g")));

        Assert.Equal(PostgresErrorCodes.DivisionByZero, failed.SqlState);
        Assert.Equal(["failed|PostgresException: SQLSTATE 22012"], await test.Target.RowsAsync("SELECT status, error FROM ematix_flow.run_history"));
        await StillWorksAsync(test, 0);
    }

    [Theory]
    [InlineData("SELECT * FROM nowhere", PostgresErrorCodes.UndefinedTable)]
    [InlineData("SELECT 1/0 AS id, 'x' AS city, true AS active, 1.0::float8 AS score", PostgresErrorCodes.DivisionByZero)]
    [InlineData("SELECT 1 AS id) AS s) TO STDOUT; --", PostgresErrorCodes.SyntaxError)]
    [InlineData("SELECT 1 AS id, $1::text AS city, true AS active, 1.0::float8 AS score", PostgresErrorCodes.UndefinedParameter)]
    [InlineData("CREATE TABLE people (id int)", PostgresErrorCodes.SyntaxError)]
    public async Task A_query_that_can_not_run_says_so(string query, string state)
    {
        await using var test = (await TwoDatabases.CreateAsync(postgres)).Audits<Profile>();
        var failed = await Record.ExceptionAsync(() => Profile.SyncAsync(test.Store, Source.Sql(test.Database, query)));

        Assert.Equal(state, failed is PostgresException server ? server.SqlState : failed is SourceSchemaException ? PostgresErrorCodes.SyntaxError : failed?.ToString());
        await StillWorksAsync(test, 0);
    }

    [Fact]
    public async Task A_cancelled_load_ends_a_query_that_has_made_no_row_yet()
    {
        await using var test = (await TwoDatabases.CreateAsync(postgres)).Audits<Profile>();
        using var cancel = new CancellationTokenSource();
        var load = Profile.SyncAsync(test.Store, Source.Sql(test.Database, "SELECT 1 AS id, pg_sleep(600)::text AS city, true AS active, 1.0::float8 AS score"), cancellationToken: cancel.Token);
        await test.UntilReadingAsync();
        await cancel.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => load);
        Assert.Equal(cancel.Token, cancelled.CancellationToken);
        await test.UntilQuietAsync();
        await StillWorksAsync(test, 0);
    }

    [Fact]
    public async Task A_cancelled_load_ends_both_sides_while_rows_flow()
    {
        await using var test = (await TwoDatabases.CreateAsync(postgres)).Audits<Profile>();
        using var cancel = new CancellationTokenSource();
        var load = Profile.SyncAsync(test.Store, Source.Sql(test.Database, Endless), new() { Progress = new At(100_000, cancel) }, cancel.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => load);
        await test.UntilQuietAsync();
        await StillWorksAsync(test, 0);
    }

    [Fact]
    public async Task A_stores_session_that_is_killed_ends_the_query()
    {
        await using var test = (await TwoDatabases.CreateAsync(postgres)).Audits<Profile>();
        await Profile.EnsureAsync(test.Store);
        var load = Profile.SyncAsync(test.Store, Source.Sql(test.Database, Endless));
        while (await test.Target.ScalarAsync<long>("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query LIKE 'COPY pg_temp.%' AND state = 'active' AND datname = current_database()") == 0)
            await Task.Delay(5);

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => load);
        await test.UntilQuietAsync();
        await StillWorksAsync(test, 0);
    }

    [Fact]
    public async Task A_querys_session_that_is_killed_loads_nothing()
    {
        await using var test = (await TwoDatabases.CreateAsync(postgres)).Audits<Profile>();
        await Profile.EnsureAsync(test.Store);
        var load = Profile.SyncAsync(test.Store, Source.Sql(test.Database, Endless));
        await test.UntilReadingAsync();
        await test.Target.ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '{test.SourceName}'");

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => load);
        await StillWorksAsync(test, 0);
    }

    [Fact]
    public async Task A_statement_timeout_holds_on_the_other_database_too()
    {
        await using var test = (await TwoDatabases.CreateAsync(postgres)).Audits<Profile>();
        var failed = await Assert.ThrowsAsync<PostgresException>(() => Profile.SyncAsync(
            test.Store, Source.Sql(test.Database, "SELECT 1 AS id, pg_sleep(600)::text AS city, true AS active, 1.0::float8 AS score"), new() { StatementTimeout = TimeSpan.FromMilliseconds(300) }));

        Assert.Equal(PostgresErrorCodes.QueryCanceled, failed.SqlState);
        await StillWorksAsync(test, 0);
    }

    [Fact]
    public async Task A_role_that_limits_its_statements_and_a_client_that_does_do_not_limit_a_load_without_a_limit()
    {
        await using var test = (await TwoDatabases.CreateAsync(postgres, "statement_timeout = '1s'")).Audits<Profile>();
        await using var hasty = NpgsqlDataSource.Create(test.Other.ConnectionString + ";Command Timeout=1");
        var result = await Profile.SyncAsync(test.Store, Source.Sql(hasty, "SELECT 1 AS id, pg_sleep(2.5)::text AS city, true AS active, 1.0::float8 AS score"));

        Assert.Equal(1, result.Inserted);
    }

    [Fact]
    public async Task No_error_holds_a_password_or_a_value()
    {
        await using var test = await TwoDatabases.CreateAsync(postgres);
        var connection = new NpgsqlConnectionStringBuilder(test.Other.ConnectionString) { Password = "canary-password", ApplicationName = "canary-name" };
        await using var locked = NpgsqlDataSource.Create(connection.ConnectionString);
        await using var closed = NpgsqlDataSource.Create(connection.ConnectionString + ";Port=1");
        await using var missing = NpgsqlDataSource.Create(test.Other.ConnectionString + ";Database=canary_missing");
        foreach (var database in postgres.Server.IsPrivate ? new[] { locked, closed, missing } : [closed, missing])
        {
            var failed = await Assert.ThrowsAnyAsync<NpgsqlException>(() => Profile.SyncAsync(test.Store, Source.Sql(database, Good)));
            Assert.DoesNotContain("canary-password", failed.ToString(), StringComparison.Ordinal);
        }

        var value = "canary-value";
        var wrong = await Assert.ThrowsAsync<SourceSchemaException>(() => Profile.SyncAsync(test.Store, Source.Sql(test.Database, $"SELECT {value} AS id")));
        Assert.DoesNotContain("canary-value", wrong.ToString(), StringComparison.Ordinal);
        Assert.All(await test.Target.RowsAsync("SELECT status, error FROM ematix_flow.run_history"), row =>
        {
            Assert.StartsWith("failed|", row, StringComparison.Ordinal);
            Assert.DoesNotContain("canary-", row, StringComparison.Ordinal);
        });
    }

    private static async Task StillWorksAsync(TwoDatabases test, long rows)
    {
        Assert.Equal(rows, await test.Target.ScalarAsync<long>("SELECT count(*) FROM features.profile_v1"));
        Assert.Equal(1, (await Profile.SyncAsync(test.Store, Source.Sql(test.Database, Good))).Inserted);
    }

    /// <summary>Cancels when so many rows were read.</summary>
    private sealed class At(long rows, CancellationTokenSource cancel) : IProgress<SyncProgress>
    {
        public void Report(SyncProgress value)
        {
            if (value.RowsRead >= rows)
                cancel.Cancel();
        }
    }
}
