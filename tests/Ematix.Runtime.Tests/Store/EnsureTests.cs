using Ematix.Fingerprint;

namespace Ematix.Tests.Store;

/// <summary>What a view needs is created once, checked after, and registered in the catalog.</summary>
public sealed class EnsureTests(PostgresFixture postgres)
{
    [Fact]
    public async Task The_catalog_says_what_the_view_says()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>();
        await UserSpend.EnsureAsync(test.Store);
        await UserSpend.EnsureAsync(test.Store);

        Assert.Equal(
            ["features.user_spend.v1|features|user_spend_v1|v1|user_id|at|2592000|Spend per user|growth|-|-"],
            await test.RowsAsync("""
                SELECT name, schema_name, table_name, feature_version, array_to_string(entity_keys, ','), event_timestamp_column,
                       ttl_seconds, description, owner, freshness_sla_seconds, last_synced_at
                FROM ematix_flow.feature_views
                """));
        Assert.Equal([ViewFingerprint.Of(Definition<UserSpend>())], await test.RowsAsync("SELECT fingerprint FROM ematix_flow.feature_views"));
    }

    [Fact]
    public async Task A_load_records_its_time()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        var result = await Profile.SyncAsync(test.Store, [new Profile { Id = 1 }]);

        Assert.Equal(result.LoadedAt, new DateTimeOffset(await test.ScalarAsync<DateTime>("SELECT last_synced_at FROM ematix_flow.feature_views")));
    }

    [Fact]
    public async Task Every_difference_of_the_live_table_is_listed_and_nothing_is_changed()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await Profile.EnsureAsync(test.Store);
        await test.ExecuteAsync("""
            ALTER TABLE features.profile_v1 DROP COLUMN score;
            ALTER TABLE features.profile_v1 ADD COLUMN extra int;
            ALTER TABLE features.profile_v1 ALTER COLUMN city TYPE varchar(10);
            ALTER TABLE features.profile_v1 ALTER COLUMN active DROP NOT NULL;
            DROP INDEX features.profile_v1__current;
            """);
        var drift = await Assert.ThrowsAsync<SchemaDriftException>(() => Profile.SyncAsync(test.Store, [new Profile { Id = 1 }]));

        Assert.Equal(
            [
                "column \"city\" is character varying(10), the view says text",
                "column \"active\" is nullable, the view says NOT NULL",
                "column \"score\" (double precision) is missing",
                "column \"extra\" (integer) is in the table but not in the view",
                "unique index \"profile_v1__current\" is missing",
            ],
            drift.Differences);
    }

    [Fact]
    public async Task Another_definition_under_the_same_name_and_version_is_refused()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await Profile.EnsureAsync(test.Store);
        await test.ExecuteAsync("UPDATE ematix_flow.feature_views SET fingerprint = repeat('0', 64)");

        var refused = await Assert.ThrowsAsync<DefinitionChangedException>(() => Profile.EnsureAsync(test.Store));
        Assert.Equal("features.profile.v1", refused.CatalogName);
    }

    [Fact]
    public async Task Changed_metadata_is_brought_up_to_date()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await UserSpend.EnsureAsync(test.Store);
        await test.ExecuteAsync("UPDATE ematix_flow.feature_views SET owner = 'somebody else', ttl_seconds = 1");
        await UserSpend.EnsureAsync(test.Store);

        Assert.Equal(["growth|2592000"], await test.RowsAsync("SELECT owner, ttl_seconds FROM ematix_flow.feature_views"));
    }

    [Fact]
    public async Task The_table_itself_refuses_what_would_break_history()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await Profile.SyncAsync(test.Store, [new Profile { Id = 1 }]);

        foreach (var broken in new[]
        {
            "UPDATE features.profile_v1 SET is_current = false",
            "UPDATE features.profile_v1 SET valid_to = valid_from - interval '1 second', is_current = false, _closed_by = 'next'",
            "UPDATE features.profile_v1 SET _closed_by = 'next'",
            "INSERT INTO features.profile_v1 SELECT * FROM features.profile_v1",
        })
        {
            var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => test.ExecuteAsync(broken));
            Assert.StartsWith("23", refused.SqlState, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_view_of_the_assembly_is_in_the_registry()
    {
        var names = FeatureViews.All.Select(entry => entry.ViewType.FullName!["Ematix.Tests.".Length..]);

        Assert.Equal(
            [
                "Appended", "Engagement", "EveryKey", "EveryType", "Hostile", "HostileMerged", "HostilePlace", "HostileTwin", "LatestEvent", "LatestOnly", "Memory.Wide",
                "New.Account", "New.Balance", "New.Contact", "New.Customer", "New.Visit",
                "Old.Account", "Old.Balance", "Old.Contact", "Old.Customer", "Old.Visit",
                "OnlineCity", "OnlineProfile", "OnlineSpend", "Order", "Other.Customer", "Profile", "Replaced", "SeatHolder", "SeatPrice", "SensorReading", "ShortLived", "Traits", "UserSpend",
            ],
            names);
    }

    private static Model.FeatureViewModel Definition<TView>()
        where TView : class, IFeatureView<TView> => TView.Definition;
}
