using static Ematix.Tests.Times;

namespace Ematix.Tests.Loading;

/// <summary>Semantics §9: every load has a row that says what became of it; a dry run has none.</summary>
public sealed class RunHistoryTests(PostgresFixture postgres)
{
    private const string Runs = "SELECT status, rows_read, rows_inserted, rows_closed, finished_at IS NOT NULL, error FROM ematix_flow.run_history ORDER BY started_at";

    [Fact]
    public async Task A_load_that_succeeds_says_what_it_did()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await Profile.SyncAsync(test.Store, [new Profile { Id = 1 }, new Profile { Id = 2 }]);
        var second = await Profile.SyncAsync(test.Store, [new Profile { Id = 1, City = "Oslo" }]);
        await Profile.SyncAsync(test.Store, [new Profile { Id = 1 }], new() { DryRun = true });

        Assert.Equal(["succeeded|2|2|0|True|-", "succeeded|1|1|1|True|-"], await test.RowsAsync(Runs));
        Assert.Equal(
            [$"{second.BatchId}|features.profile.v1"],
            await test.RowsAsync("SELECT run_id, view_name FROM ematix_flow.run_history ORDER BY started_at DESC LIMIT 1"));
        Assert.Equal(second.LoadedAt, new DateTimeOffset(await test.ScalarAsync<DateTime>("SELECT max(load_time) FROM ematix_flow.run_history")));
    }

    [Fact]
    public async Task A_load_that_fails_says_why_without_values()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await Assert.ThrowsAsync<DuplicateKeyException>(() => Profile.SyncAsync(test.Store, [new Profile { Id = 1, City = "secret-a" }, new Profile { Id = 1, City = "secret-b" }]));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => Profile.SyncAsync(
            test.Store, Source.Sql("SELECT 1 AS id, 'secret-c' AS city, ('secret-d' || now())::boolean AS active, 1.0::float8 AS score")));
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Profile.SyncAsync(
            test.Store, Source.Sql("SELECT 1 AS id, pg_sleep(60)::text AS city, true AS active, 1.0::float8 AS score"), cancellationToken: cancel.Token));

        var rows = await test.RowsAsync(Runs);
        Assert.Equal(3, rows.Length);
        Assert.StartsWith("failed|-|-|-|True|DuplicateKeyException: The load of \"features\".\"profile_v1\" was refused: 1 key(s)", rows[0], StringComparison.Ordinal);
        Assert.Equal("failed|-|-|-|True|PostgresException: SQLSTATE 22P02", rows[1]);
        Assert.StartsWith("failed|-|-|-|True|", rows[2], StringComparison.Ordinal);
        Assert.DoesNotContain(rows, row => row.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_is_seen_while_it_runs_and_one_whose_session_died_is_found_abandoned()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await Profile.EnsureAsync(test.Store);
        await using var gate = await Gate.CloseAsync(test);
        var dying = Profile.SyncAsync(test.Store, [new Profile { Id = 1 }]);
        await gate.WaitForQueueAsync(1);
        Assert.Equal(["running|-|-|-|False|-"], await test.RowsAsync(Runs));

        // Seen from a later hour, the run is still alive: its transaction holds its name.
        await test.ExecuteAsync("UPDATE ematix_flow.run_history SET started_at = started_at - interval '1 hour'");
        await test.ExecuteAsync($"INSERT INTO ematix_flow.run_history (run_id, view_name, status, started_at) VALUES ('{Guid.NewGuid()}', 'features.profile.v1', 'running', now() - interval '2 hours')");
        await gate.DisposeAsync();
        Assert.Equal(1, (await dying).Inserted);

        Assert.Equal(["abandoned|-|-|-|True|-", "succeeded|1|1|0|True|-"], await test.RowsAsync(Runs));
    }

    [Fact]
    public async Task A_killed_session_loads_nothing_and_a_retry_does()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<SensorReading>();
        var at = At("2024-01-01");
        var killed = SensorReading.SyncAsync(test.Store, Source.Sql("""
            SELECT 'a' AS site, 's' AS sensor, timestamptz '2024-01-01Z' AS at, 1.0::float8 AS value, pg_sleep(60)::text AS note
            """));
        while (await test.ScalarAsync<long>("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()") == 0)
            await Task.Delay(5);
        await Assert.ThrowsAnyAsync<Npgsql.NpgsqlException>(() => killed);

        Assert.Equal(1, (await SensorReading.SyncAsync(test.Store, [new SensorReading { Site = "a", Sensor = "s", At = at }])).Inserted);
        Assert.Equal(["failed", "succeeded"], await test.RowsAsync("SELECT status FROM ematix_flow.run_history ORDER BY started_at"));
    }
}
