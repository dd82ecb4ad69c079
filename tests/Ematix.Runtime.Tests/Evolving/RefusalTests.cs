namespace Ematix.Tests.Evolving;

/// <summary>What can't be evolved without losing something is listed whole, before anything is changed.</summary>
public sealed class RefusalTests(PostgresFixture postgres)
{
    private const string Columns = "SELECT a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull FROM pg_attribute AS a WHERE a.attrelid = 'features.customer_v1'::regclass AND a.attnum > 0 ORDER BY a.attnum";

    [Fact]
    public async Task Nothing_is_dropped_narrowed_or_half_done()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Old.Customer>();
        await Old.Customer.SyncAsync(test.Store, [new() { Id = 1, City = "Oslo", Name = "Ada" }]);
        var before = await test.RowsAsync(Columns);
        var refused = await Assert.ThrowsAsync<SchemaDriftException>(() => Other.Customer.EnsureAsync(test.Store, OnDrift.Evolve));

        Assert.Equal(
            [
                "column \"city\" is character varying(10), the view says character varying(5)",
                "column \"visits\" is nullable, the view says NOT NULL",
                "column \"score\" is real, the view says integer",
                "column \"spent\" is numeric(6,2), the view says numeric(7,4)",
                "column \"age\" (integer NOT NULL) is missing",
                "column \"name\" (text) is in the table but not in the view",
            ],
            refused.Differences);
        Assert.Equal(before, await test.RowsAsync(Columns));
        Assert.Equal("Oslo", (await Old.Customer.OnlineFeaturesAsync(test.Store, 1))!.City);
    }

    [Fact]
    public async Task The_old_and_the_new_name_side_by_side_are_for_somebody_to_sort_out()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await Old.Customer.EnsureAsync(test.Store);
        await test.ExecuteAsync("ALTER TABLE features.customer_v1 ADD COLUMN town varchar(20)");
        var refused = await Assert.ThrowsAsync<SchemaDriftException>(() => New.Customer.EnsureAsync(test.Store, OnDrift.Evolve));

        Assert.Equal(["columns \"city\" and \"town\" are both in the table, and the view says that one was renamed to the other: move its values by hand, then drop \"city\""], refused.Differences);
        Assert.Equal(1, await test.ScalarAsync<long>("SELECT count(*) FROM pg_attribute WHERE attrelid = 'features.customer_v1'::regclass AND attname = 'id'"));
    }

    [Fact]
    public async Task Another_event_time_would_be_another_history()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await Old.Visit.EnsureAsync(test.Store);
        var refused = await Assert.ThrowsAsync<SchemaDriftException>(() => New.Visit.EnsureAsync(test.Store, OnDrift.Evolve));

        Assert.Equal(["the event time was at, the view says seen_at"], refused.Differences);
        await Assert.ThrowsAsync<DefinitionChangedException>(() => New.Visit.EnsureAsync(test.Store));
        await Assert.ThrowsAsync<DefinitionChangedException>(() => New.Visit.EnsureAsync(test.Store, OnDrift.Ignore));
    }

    [Fact]
    public async Task A_member_that_stored_rows_may_hold_does_not_go()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await New.Account.EnsureAsync(test.Store);
        var refused = await Assert.ThrowsAsync<SchemaDriftException>(() => Old.Account.EnsureAsync(test.Store, OnDrift.Evolve));

        Assert.Equal(["column \"tier\" has no member Gold any more: stored rows may hold it"], refused.Differences);
    }

    [Fact]
    public async Task A_view_of_somebody_that_reads_the_column_is_named()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await Old.Customer.EnsureAsync(test.Store);
        await test.ExecuteAsync("CREATE VIEW public.\"busy Ones\" AS SELECT name FROM features.customer_v1 WHERE visits > 3");
        var refused = await Assert.ThrowsAsync<SchemaDriftException>(() => New.Customer.EnsureAsync(test.Store, OnDrift.Evolve));

        Assert.Equal(["column \"visits\" is smallint, the view says integer, and public.\"busy Ones\" reads it: drop that view, and create it again after"], refused.Differences);
    }

    [Fact]
    public async Task Rows_that_break_a_missing_index_refuse_it()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await Profile.SyncAsync(test.Store, [new() { Id = 1 }]);
        await test.ExecuteAsync("DROP INDEX features.profile_v1__version, features.profile_v1__current; INSERT INTO features.profile_v1 SELECT * FROM features.profile_v1");
        var refused = await Assert.ThrowsAsync<SchemaDriftException>(() => Profile.EnsureAsync(test.Store, OnDrift.Evolve));

        Assert.Contains("23505", Assert.Single(refused.Differences), StringComparison.Ordinal);
        Assert.Equal(0, await test.ScalarAsync<long>("SELECT count(*) FROM pg_indexes WHERE tablename = 'profile_v1'"));
    }

    [Theory]
    [InlineData("CREATE UNIQUE INDEX profile_v1__current ON features.profile_v1 (id)", "index \"profile_v1__current\" is on (id), the view says (id) WHERE is_current")]
    [InlineData("CREATE UNIQUE INDEX profile_v1__current ON features.profile_v1 (city, id) WHERE is_current", "index \"profile_v1__current\" is on (city, id) WHERE is_current, the view says (id) WHERE is_current")]
    [InlineData("CREATE UNIQUE INDEX profile_v1__current ON features.profile_v1 ((id + 1)) WHERE is_current", "index \"profile_v1__current\" is on ((expression)) WHERE is_current, the view says (id) WHERE is_current")]
    [InlineData("CREATE INDEX profile_v1__current ON features.profile_v1 (id) WHERE is_current", "index \"profile_v1__current\" is not unique, or is invalid")]
    public async Task An_index_of_the_right_name_is_looked_into(string create, string difference)
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await Profile.EnsureAsync(test.Store);
        await test.ExecuteAsync($"DROP INDEX features.profile_v1__current; {create}");

        Assert.Equal([difference], (await Assert.ThrowsAsync<SchemaDriftException>(() => Profile.EnsureAsync(test.Store))).Differences);
        Assert.Equal([difference], (await Assert.ThrowsAsync<SchemaDriftException>(() => Profile.EnsureAsync(test.Store, OnDrift.Evolve))).Differences);
    }
}
