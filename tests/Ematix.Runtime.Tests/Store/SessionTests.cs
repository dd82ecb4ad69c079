namespace Ematix.Tests.Store;

/// <summary>Sessions share pooled connections, one after the other; here there is one.</summary>
public sealed class SessionTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_session_that_is_ended_twice_leaves_the_next_one_on_its_connection_alone()
    {
        await using var test = await TwoDatabases.CreateAsync(postgres);
        var first = await Session.BeginReadOnlyAsync(test.Database, CancellationToken.None);
        await first.DisposeAsync();
        await using var second = await Session.BeginReadOnlyAsync(test.Database, CancellationToken.None);
        await second.SetLocalAsync("ematix.test", "here", CancellationToken.None);
        await first.DisposeAsync();

        Assert.Equal(["here"], await second.QueryAsync("SELECT current_setting('ematix.test')", reader => reader.GetString(0), CancellationToken.None));
    }

    [Fact]
    public async Task A_load_from_another_database_that_ends_leaves_the_next_one_from_there_alone()
    {
        await using var test = (await TwoDatabases.CreateAsync(postgres)).Audits<Profile>();
        const string People = "SELECT 1 AS id, 'Oslo'::text AS city, true AS active, 1.0::float8 AS score";
        Session? reader = null;
        // The load has read its source and goes on; what it reports last comes before it ends.
        SyncOptions<Profile> options = new()
        {
            Progress = new Now(progress =>
            {
                if (progress.RowsStaged > 0)
                    reader ??= Session.BeginReadOnlyAsync(test.Database, CancellationToken.None).GetAwaiter().GetResult();
            }),
        };
        await Profile.SyncAsync(test.Store, Source.Sql(test.Database, People), options);
        await using var other = reader!;

        Assert.Equal(["on"], await other.QueryAsync("SELECT current_setting('transaction_read_only')", row => row.GetString(0), CancellationToken.None));
    }

    private sealed class Now(Action<SyncProgress> report) : IProgress<SyncProgress>
    {
        public void Report(SyncProgress value) => report(value);
    }
}
