using Ematix.Planning;

namespace Ematix.Tests.Store;

/// <summary>A catalog that an older version of the product made gets what it lacks, and keeps what it has.</summary>
public sealed class CatalogUpgradeTests(PostgresFixture postgres)
{
    private const string OldRunHistory = """
        DROP TABLE ematix_flow.run_history;
        CREATE TABLE ematix_flow.run_history (
            run_id uuid PRIMARY KEY, view_name text NOT NULL, status text NOT NULL, started_at timestamptz NOT NULL, finished_at timestamptz,
            load_time timestamptz, rows_read bigint, rows_inserted bigint, rows_updated bigint, rows_closed bigint, rows_deleted bigint,
            rows_expired bigint, rows_skipped bigint, error text);
        INSERT INTO ematix_flow.run_history (run_id, view_name, status, started_at, error) VALUES (gen_random_uuid(), 'an.old.run', 'failed', now(), 'kept')
        """;

    [Fact]
    public async Task Missing_columns_are_added_and_rows_kept()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await Profile.EnsureAsync(test.Store);
        await test.ExecuteAsync(OldRunHistory);
        await Profile.SyncAsync(test.Store, [new Profile { Id = 1 }]);

        Assert.Equal(["an.old.run|failed|kept|-|-", "features.profile.v1|succeeded|-|scd2|1"], await test.RowsAsync("SELECT view_name, status, error, mode, rows_staged FROM ematix_flow.run_history ORDER BY started_at"));
    }

    [Fact]
    public async Task Eight_that_start_at_once_on_an_old_catalog_bring_it_up_to_date_once()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>().Audits<SensorReading>();
        await Profile.EnsureAsync(test.Store);
        await test.ExecuteAsync(OldRunHistory);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => i % 2 == 0 ? Profile.EnsureAsync(test.Store) : SensorReading.EnsureAsync(test.Store)));

        Assert.Equal(CatalogTables.All.Sum(table => table.Columns.Count), await test.ScalarAsync<int>("SELECT count(*) FROM information_schema.columns WHERE table_schema = 'ematix_flow'"));
    }

    [Fact]
    public async Task A_catalog_that_is_up_to_date_is_left_as_it_is()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await Profile.EnsureAsync(test.Store);
        var before = await test.RowsAsync("SELECT xmin, relname FROM pg_class WHERE relnamespace = 'ematix_flow'::regnamespace ORDER BY 2");
        await Profile.SyncAsync(test.Store, [new Profile { Id = 1 }]);

        Assert.Equal(before, await test.RowsAsync("SELECT xmin, relname FROM pg_class WHERE relnamespace = 'ematix_flow'::regnamespace ORDER BY 2"));
    }
}
