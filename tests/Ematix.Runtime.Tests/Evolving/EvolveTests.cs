using Ematix.Fingerprint;

namespace Ematix.Tests.Evolving;

/// <summary>Semantics §5: <see cref="OnDrift.Evolve"/> makes the table what the view says, in one transaction, and loses and re-versions nothing.</summary>
public sealed class EvolveTests(PostgresFixture postgres)
{
    private static readonly SyncOptions<New.Customer> Evolve = new() { OnDrift = OnDrift.Evolve };

    private static readonly Old.Customer[] Rows =
    [
        new() { Id = 1, City = "Oslo", Visits = 3, Score = 0.5f, Spent = 12.34m, Name = "Ada", Tier = Old.Tier.Silver, Steps = [1, null] },
        new() { Id = 2, Name = "Bob" },
    ];

    [Fact]
    public async Task Columns_are_renamed_widened_made_nullable_and_added_at_once_and_no_version_is_made()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<New.Customer>();
        await Old.Customer.SyncAsync(test.Store, Rows);
        var versions = await test.RowsAsync("SELECT valid_from, row_hash, _batch_id FROM features.customer_v1 ORDER BY id");
        await New.Customer.EnsureAsync(test.Store, OnDrift.Evolve);

        Assert.Equal(versions, await test.RowsAsync("SELECT valid_from, row_hash, _batch_id FROM features.customer_v1 ORDER BY customer_id"));
        Assert.Equal(
            ["1|Oslo|3|0.5|12.3400|Ada|Silver|{1,NULL}|-|True", "2|-|-|-|-|Bob|-|-|-|True"],
            await test.RowsAsync("SELECT customer_id, town, visits, score, spent, name, tier, steps::text, since, is_current FROM features.customer_v1 ORDER BY customer_id"));
        Assert.Equal(
            [
                "customer_id|bigint|True|-", "town|character varying(20)|False|C", "visits|integer|False|-", "score|double precision|False|-",
                "spent|numeric(10,4)|False|-", "name|text|False|C", "tier|text|False|C", "steps|bigint[]|False|-",
            ],
            await test.RowsAsync("""
                SELECT a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, k.collname
                FROM pg_attribute AS a LEFT JOIN pg_collation AS k ON k.oid = a.attcollation
                WHERE a.attrelid = 'features.customer_v1'::regclass AND a.attnum BETWEEN 1 AND 8 ORDER BY a.attnum
                """));

        var one = await New.Customer.OnlineFeaturesAsync(test.Store, 1);
        Assert.Equal(("Oslo", 3, 12.34m, New.Tier.Silver), (one!.Town, one.Visits, one.Spent, one.Tier));
        Assert.Equal("Bob", (await New.Customer.PointInTimeAsync(test.Store, 2, DateTimeOffset.UtcNow.AddHours(1)))!.Name);
    }

    [Fact]
    public async Task A_renamed_key_keeps_its_indexes_and_an_evolved_table_is_as_a_fresh_one()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<New.Customer>();
        await using var fresh = await TestStore.CreateAsync(postgres);
        await Old.Customer.SyncAsync(test.Store, Rows);
        await New.Customer.EnsureAsync(test.Store, OnDrift.Evolve);
        await New.Customer.EnsureAsync(fresh.Store);
        const string Shape = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'features' UNION ALL SELECT entity_keys::text || fingerprint FROM ematix_flow.feature_views ORDER BY 1";

        Assert.Equal(await fresh.RowsAsync(Shape), await test.RowsAsync(Shape));
        await New.Customer.EnsureAsync(test.Store);
        Assert.Equal(0, (await New.Customer.SyncAsync(test.Store, [new() { Id = 2, Name = "Bob" }])).Inserted);
    }

    [Fact]
    public async Task Every_definition_is_kept_with_its_fingerprint()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await Old.Customer.EnsureAsync(test.Store);
        await New.Customer.EnsureAsync(test.Store, OnDrift.Evolve);
        var old = Definition<Old.Customer>();
        var evolved = Definition<New.Customer>();

        Assert.Equal(
            [$"features.customer.v1|{ViewFingerprint.Of(old)}|{ViewFingerprint.CanonicalText(old)}", $"features.customer.v1|{ViewFingerprint.Of(evolved)}|{ViewFingerprint.CanonicalText(evolved)}"],
            await test.RowsAsync("SELECT name, fingerprint, definition FROM ematix_flow.definitions ORDER BY first_seen_at"));
        Assert.Equal([ViewFingerprint.Of(evolved)], await test.RowsAsync("SELECT fingerprint FROM ematix_flow.feature_views"));
        Assert.Equal(ViewFingerprint.Of(evolved), ViewFingerprint.Of(evolved with { Columns = [.. evolved.Columns.Select(column => column with { RenamedFrom = null })] }));
    }

    [Fact]
    public async Task A_load_evolves_first_and_a_value_in_a_new_column_is_a_change_like_any_other()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<New.Contact>();
        await Old.Contact.SyncAsync(test.Store, [new() { Id = 1, Calls = 1 }, new() { Id = 2, Calls = 2 }]);
        var result = await New.Contact.SyncAsync(test.Store, [new() { Id = 1, Calls = 1 }, new() { Id = 2, Calls = 2, Mail = "b@x" }], new() { OnDrift = OnDrift.Evolve });

        Assert.Equal((1, 1, 1), (result.Inserted, result.Closed, result.Unchanged));
        Assert.Equal([null, "b@x"], (await New.Contact.OnlineFeaturesAsync(test.Store, [1, 2])).Select(row => row!.Mail));
    }

    [Fact]
    public async Task An_online_table_follows()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<New.Balance>();
        await Old.Balance.SyncAsync(test.Store, [new() { Id = 1, Amount = 5 }]);
        await New.Balance.SyncAsync(test.Store, [new() { Id = 1, Amount = 5, Currency = "NOK" }], new() { OnDrift = OnDrift.Evolve });

        Assert.Equal("NOK", (await New.Balance.OnlineFeaturesAsync(test.Store, 1))!.Currency);
    }

    [Fact]
    public async Task Missing_indexes_and_constraints_are_created()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await Profile.SyncAsync(test.Store, [new() { Id = 1 }]);
        await LatestOnly.SyncAsync(test.Store, [new() { Id = 1 }]);
        const string Shape = """
            SELECT indexdef FROM pg_indexes WHERE schemaname = 'features'
            UNION ALL SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'features'::regnamespace AND contype IN ('c', 'p') ORDER BY 1
            """;
        var before = await test.RowsAsync(Shape);
        await test.ExecuteAsync("""
            DROP INDEX features.profile_v1__version, features.profile_v1__current;
            ALTER TABLE features.profile_v1 DROP CONSTRAINT profile_v1_check, DROP CONSTRAINT profile_v1__closed_by_check;
            ALTER TABLE features.latest_only_v1 DROP CONSTRAINT latest_only_v1__key, ALTER COLUMN id SET NOT NULL;
            """);
        Assert.Equal(4, (await Assert.ThrowsAsync<SchemaDriftException>(() => Profile.EnsureAsync(test.Store))).Differences.Count);
        await Profile.EnsureAsync(test.Store, OnDrift.Evolve);
        await LatestOnly.EnsureAsync(test.Store, OnDrift.Evolve);

        Assert.Equal(before, await test.RowsAsync(Shape));
    }

    [Fact]
    public async Task A_dry_run_evolves_nothing()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Old.Customer>();
        await Old.Customer.SyncAsync(test.Store, Rows);
        var result = await New.Customer.SyncAsync(test.Store, [new() { Id = 1, Name = "Eve" }], Evolve with { DryRun = true });

        Assert.Equal(1, result.Inserted);
        Assert.Equal("Ada", (await Old.Customer.OnlineFeaturesAsync(test.Store, 1))!.Name);
        Assert.Equal(1, await test.ScalarAsync<long>("SELECT count(*) FROM ematix_flow.definitions"));
    }

    [Fact]
    public async Task Of_several_that_evolve_at_once_one_does_it()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<New.Customer>();
        await Old.Customer.SyncAsync(test.Store, Rows);
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => New.Customer.SyncAsync(test.Store, [new() { Id = 2, Name = $"Bob {i}" }], Evolve)));

        Assert.All(results, result => Assert.Equal(1, result.Inserted));
        Assert.Equal(2, await test.ScalarAsync<long>("SELECT count(*) FROM ematix_flow.definitions"));
    }

    private static Model.FeatureViewModel Definition<TView>()
        where TView : class, IFeatureView<TView> => TView.Definition;
}
