using static Ematix.Tests.Times;

namespace Ematix.Tests.Loading;

/// <summary>Semantics §4: one row a key, updated in place.</summary>
public sealed class MergeLoadTests(PostgresFixture postgres)
{
    private const string Rows = "SELECT id, city, visits FROM features.latest_only_v1 ORDER BY id";
    private const string Events = "SELECT id, state, to_char(at AT TIME ZONE 'UTC', 'HH24:MI:SS.US') FROM features.latest_event_v1 ORDER BY id";

    private static readonly DateTimeOffset Ten = At("2024-03-01 10:00");

    [Fact]
    public async Task New_keys_are_added_changed_rows_updated_and_others_not_written()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var first = await SyncAsync(test, Row(1, "Oslo"), Row(2, null), Row(3, "Rome"));
        var before = await test.RowsAsync("SELECT xmin FROM features.latest_only_v1 WHERE id IN (2, 3) ORDER BY id");
        var second = await SyncAsync(test, Row(1, "Bonn"), Row(2, null), Row(3, "Rome"), Row(4, "Kyiv"));

        Assert.Equal((3, 0), (first.Inserted, first.Updated));
        Assert.Equal((1, 1, 2), (second.Inserted, second.Updated, second.Unchanged));
        Assert.Equal(["1|Bonn|-", "2|-|-", "3|Rome|-", "4|Kyiv|-"], await test.RowsAsync(Rows));
        Assert.Equal(before, await test.RowsAsync("SELECT xmin FROM features.latest_only_v1 WHERE id IN (2, 3) ORDER BY id"));
        Assert.Equal(second.BatchId.ToString(), (await test.RowsAsync("SELECT _batch_id FROM features.latest_only_v1 WHERE id = 1"))[0]);
        Assert.Equal(["Bonn", null], (await LatestOnly.OnlineFeaturesAsync(test.Store, [1, 9])).Select(row => row?.City));
    }

    [Fact]
    public async Task Update_columns_narrow_what_an_existing_row_changes_but_not_what_a_new_one_gets()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await SyncAsync(test, Row(1, "Oslo", 1), Row(2, "Rome", 1));
        var result = await LatestOnly.SyncAsync(
            test.Store, [Row(1, "Bonn", 2), Row(2, "Kyiv", 1), Row(3, "Riga", 3)], new() { UpdateColumns = [LatestOnly.Columns.Visits] });

        Assert.Equal((1, 1, 1), (result.Updated, result.Inserted, result.Unchanged));
        Assert.Equal(["1|Oslo|2", "2|Rome|1", "3|Riga|3"], await test.RowsAsync(Rows));
    }

    [Fact]
    public async Task Differing_rows_of_one_key_refuse_the_load()
    {
        await using var test = await TestStore.CreateAsync(postgres);

        await Assert.ThrowsAsync<DuplicateKeyException>(() => SyncAsync(test, Row(1, "Oslo"), Row(1, "Bonn")));
        Assert.Equal(1, (await SyncAsync(test, Row(1, "Oslo"), Row(1, "Oslo"))).Duplicates);
    }

    [Fact]
    public async Task An_older_event_never_overwrites_a_newer_one_and_of_a_batch_the_newest_counts()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await SyncAsync(test, Event(1, "b", Ten), Event(1, "a", Ten - Microsecond), Event(2, "x", Ten), Event(2, "y", Ten));
        Assert.Equal(["1|b|10:00:00.000000", "2|y|10:00:00.000000"], await test.RowsAsync(Events));

        var older = await SyncAsync(test, Event(1, "late", Ten - Microsecond));
        Assert.Equal((0, 1), (older.Updated, older.Unchanged));
        var tie = await SyncAsync(test, Event(1, "corrected", Ten), Event(2, "z", Ten + Microsecond));
        Assert.Equal(2, tie.Updated);
        Assert.Equal(["1|corrected|10:00:00.000000", "2|z|10:00:00.000001"], await test.RowsAsync(Events));
    }

    [Fact]
    public async Task Hard_deletes_remove_the_keys_that_the_source_no_longer_has()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await SyncAsync(test, Row(1, "Oslo"), Row(2, "Rome"), Row(3, "Bonn"));
        var result = await LatestOnly.SyncAsync(test.Store, [Row(1, "Oslo"), Row(3, "Kyiv")], new() { HandleDeletes = HandleDeletes.Hard });

        Assert.Equal((1, 1, 1), (result.Deleted, result.Updated, result.Unchanged));
        Assert.Equal(["1|Oslo|-", "3|Kyiv|-"], await test.RowsAsync(Rows));
    }

    private static LatestOnly Row(int id, string? city, int? visits = null) => new() { Id = id, City = city, Visits = visits };

    private static LatestEvent Event(int id, string state, DateTimeOffset at) => new() { Id = id, State = state, At = at };

    private static Task<SyncResult> SyncAsync(TestStore test, params LatestOnly[] rows) => LatestOnly.SyncAsync(test.Store, rows);

    private static Task<SyncResult> SyncAsync(TestStore test, params LatestEvent[] rows) => LatestEvent.SyncAsync(test.Store, rows);
}
