namespace Ematix.Tests.Evolving;

/// <summary>An online snapshot that is built anew is still its owner's, and whoever might read it still may.</summary>
public sealed class SnapshotRightsTests(PostgresFixture postgres)
{
    private readonly string _owner = "owner \"" + Guid.NewGuid().ToString("N")[..8];
    private readonly string _reader = "Reader'--" + Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task Evolving_keeps_owner_and_grants()
    {
        Assert.SkipUnless(postgres.Server.IsPrivate, "The server is shared (EMATIX_TEST_POSTGRES): no roles are made there.");
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<New.Customer>();
        await Old.Customer.SyncAsync(test.Store, [new Old.Customer { Id = 1, Name = "Ada" }]);
        await GrantAsync(test, "features.customer_v1__online", "name, city", "MATERIALIZED VIEW");
        var before = await RightsAsync(test, "features.customer_v1__online");
        Assert.Equal(7, before.Length);
        await New.Customer.EnsureAsync(test.Store, OnDrift.Evolve);

        // The column city is town now: a right on it has gone with it.
        Assert.Equal(before.Where(right => !right.StartsWith("city", StringComparison.Ordinal)), await RightsAsync(test, "features.customer_v1__online"));
        Assert.Equal(_owner, await test.ScalarAsync<string>("SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = 'features.customer_v1__online'::regclass"));
        await New.Customer.SyncAsync(test.Store, [new New.Customer { Id = 1, Name = "Eva" }]);
        Assert.Equal("Eva", (await New.Customer.OnlineFeaturesAsync(test.Store, 1))!.Name);
    }

    [Fact]
    public async Task Repairing_keeps_them_though_the_kind_of_the_snapshot_changes()
    {
        Assert.SkipUnless(postgres.Server.IsPrivate, "The server is shared (EMATIX_TEST_POSTGRES): no roles are made there.");
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<OnlineCity>();
        await OnlineCity.SyncAsync(test.Store, [new OnlineCity { Id = 1, City = "Oslo" }]);
        await test.ExecuteAsync("DROP TABLE features.online_city_v1__online; CREATE MATERIALIZED VIEW features.online_city_v1__online AS SELECT 1 AS id, 'x' AS city, 2 AS other");
        await GrantAsync(test, "features.online_city_v1__online", "city, other", "MATERIALIZED VIEW");
        var before = await RightsAsync(test, "features.online_city_v1__online");
        await OnlineCity.EnsureAsync(test.Store);

        Assert.Equal(before.Where(right => !right.StartsWith("other", StringComparison.Ordinal)), await RightsAsync(test, "features.online_city_v1__online"));
        await using var reader = FeatureStore.Open($"{test.ConnectionString};Options=-c role={_reader}");
        Assert.Equal("Oslo", (await OnlineCity.OnlineFeaturesAsync(reader, 1))!.City);
    }

    [Fact]
    public async Task One_without_grants_has_none_after()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<OnlineCity>();
        await OnlineCity.SyncAsync(test.Store, [new OnlineCity { Id = 1, City = "Oslo" }]);
        await test.ExecuteAsync("ALTER TABLE features.online_city_v1__online DROP COLUMN city");
        await OnlineCity.EnsureAsync(test.Store);

        Assert.Equal(1, await test.ScalarAsync<long>("SELECT count(*) FROM pg_class WHERE oid = 'features.online_city_v1__online'::regclass AND relacl IS NULL"));
    }

    private async Task GrantAsync(TestStore test, string snapshot, string columns, string kind)
    {
        var (owner, reader) = (Sql.Identifier.Quote(_owner), Sql.Identifier.Quote(_reader));
        await test.ExecuteAsync($"""
            CREATE ROLE {owner};
            CREATE ROLE {reader};
            GRANT USAGE, CREATE ON SCHEMA features TO {owner};
            GRANT USAGE ON SCHEMA features TO {reader};
            GRANT SELECT ON ALL TABLES IN SCHEMA features TO {owner};
            ALTER {kind} {snapshot} OWNER TO {owner};
            GRANT SELECT ON {snapshot} TO {reader} WITH GRANT OPTION;
            GRANT REFERENCES, TRIGGER ON {snapshot} TO {reader};
            GRANT SELECT ON {snapshot} TO PUBLIC;
            GRANT SELECT ({columns}) ON {snapshot} TO {reader};
            GRANT UPDATE ({columns.Split(',')[0]}) ON {snapshot} TO PUBLIC;
            """);
    }

    private static Task<string[]> RightsAsync(TestStore test, string snapshot) => test.RowsAsync($"""
        SELECT '' AS attname, grantee::regrole::text, privilege_type, is_grantable FROM pg_class, aclexplode(relacl) AS x WHERE oid = '{snapshot}'::regclass AND grantee <> relowner
        UNION ALL
        SELECT attname, grantee::regrole::text, privilege_type, is_grantable FROM pg_attribute, aclexplode(attacl) AS x WHERE attrelid = '{snapshot}'::regclass
        ORDER BY 1, 2, 3
        """);
}
