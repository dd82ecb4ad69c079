using System.Globalization;
using Npgsql;

namespace Ematix.Tests.Evolving;

/// <summary>An ALTER while loads and reads go on: a load's table stays as it is until the commit, and a read makes a stale plan anew.</summary>
public sealed class AlterTests(PostgresFixture postgres)
{
    private const string Waiting = "SELECT count(*) FROM pg_locks WHERE relation = 'features.profile_v1'::regclass AND mode = 'AccessExclusiveLock' AND NOT granted";

    [Fact]
    public async Task An_alter_waits_for_the_end_of_the_load()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await Profile.EnsureAsync(test.Store);
        await using var gate = await SourceGate.CloseAsync(test);
        var source = $"SELECT 1 AS id, 'Oslo' AS city, true AS active, NULL::float8 AS score FROM ({gate.Query}) AS g";
        var loading = Profile.SyncAsync(test.Store, Source.Sql(source));
        await gate.WaitForAsync(loading);
        var altering = test.ExecuteAsync("ALTER TABLE features.profile_v1 ADD COLUMN extra int");
        while (await test.ScalarAsync<long>(Waiting) == 0)
            await Task.Delay(5);
        await gate.DisposeAsync();

        Assert.Equal(1, (await loading).Inserted);
        await altering;
        Assert.Equal(1, await test.ScalarAsync<long>("SELECT count(*) FROM features.profile_v1"));
    }

    [Fact]
    public async Task An_alter_after_the_check_and_before_the_lock_is_noticed_and_nothing_is_lost()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await Profile.SyncAsync(test.Store, [new() { Id = 1, City = "Oslo" }]);
        await using var gate = await Gate.CloseAsync(test);
        var loading = Profile.SyncAsync(test.Store, [new() { Id = 1, City = "Bonn" }, new() { Id = 2 }]);
        await gate.WaitForQueueAsync(1);
        await test.ExecuteAsync("ALTER TABLE features.profile_v1 ALTER COLUMN city TYPE varchar(4)");
        await gate.DisposeAsync();

        var refused = await Assert.ThrowsAsync<SchemaDriftException>(() => loading);
        Assert.Equal(["column \"city\" is character varying(4), the view says text"], refused.Differences);
        Assert.Equal(["1|Oslo|True"], await test.RowsAsync("SELECT id, city, is_current FROM features.profile_v1"));
        Assert.Equal(["failed"], await test.RowsAsync("SELECT status FROM ematix_flow.run_history ORDER BY started_at DESC LIMIT 1"));
    }

    [Fact]
    public async Task Evolving_waits_for_a_load_and_gives_up_at_its_limit_without_a_change()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await Profile.EnsureAsync(test.Store);
        await test.ExecuteAsync("ALTER TABLE features.profile_v1 DROP COLUMN city");
        await using var gate = await Gate.CloseAsync(test);
        var refused = await Assert.ThrowsAsync<LoadLockTimeoutException>(() => Profile.SyncAsync(
            test.Store, [new() { Id = 1 }], new() { OnDrift = OnDrift.Evolve, LockTimeout = TimeSpan.FromMilliseconds(200) }));
        Assert.Equal(gate.ProcessId, refused.HolderProcessId);
        await gate.DisposeAsync();

        Assert.Equal(1, (await Profile.SyncAsync(test.Store, [new() { Id = 1, City = "Oslo" }], new() { OnDrift = OnDrift.Evolve })).Inserted);
    }

    [Fact]
    public async Task Reads_go_on_over_prepared_statements_that_an_alter_made_stale()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await Old.Customer.SyncAsync(test.Store, [new() { Id = 1, City = "Oslo", Visits = 3, Name = "Ada" }]);
        var t = DateTimeOffset.UtcNow.AddHours(1);
        async Task<string> ReadAsync()
        {
            var one = await Old.Customer.OnlineFeaturesAsync(test.Store, 1);
            var many = await Old.Customer.OnlineFeaturesAsync(test.Store, [1, 1]);
            var then = await Old.Customer.PointInTimeAsync(test.Store, 1, t);
            var thens = await Old.Customer.PointInTimeAsync(test.Store, [1], t);
            var versions = await Old.Customer.HistoryAsync(test.Store, 1).ToListAsync();
            return string.Create(CultureInfo.InvariantCulture, $"{one!.City} {many[1]!.City} {then!.City} {thens[0]!.City} {versions.Single().Row.City}");
        }

        const string Expected = "Oslo Oslo Oslo Oslo Oslo";
        for (var i = 0; i < 3; i++)
            Assert.Equal(Expected, string.Join(',', (await Task.WhenAll(ReadAsync(), ReadAsync(), ReadAsync())).Distinct()));

        await using var plain = NpgsqlDataSource.Create(test.ConnectionString + ";Max Auto Prepare=1;Auto Prepare Min Usages=1;Maximum Pool Size=1");
        await using var unaware = plain.CreateCommand("SELECT city FROM features.customer_v1");
        Assert.Equal("Oslo", await unaware.ExecuteScalarAsync());

        // Wider than the program knows: what it reads still fits.
        await test.ExecuteAsync("""
            DROP MATERIALIZED VIEW features.customer_v1__online;
            ALTER TABLE features.customer_v1 ALTER COLUMN city TYPE text;
            CREATE MATERIALIZED VIEW features.customer_v1__online AS
            SELECT id, city, visits, score, spent, name, tier, steps, valid_from FROM features.customer_v1 WHERE is_current;
            """);
        Assert.Equal(PostgresErrorCodes.FeatureNotSupported, (await Assert.ThrowsAsync<PostgresException>(unaware.ExecuteScalarAsync)).SqlState);
        for (var i = 0; i < 3; i++)
            Assert.Equal(Expected, string.Join(',', (await Task.WhenAll(ReadAsync(), ReadAsync(), ReadAsync())).Distinct()));
    }
}
