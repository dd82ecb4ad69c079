namespace Ematix.Tests.Loading;

/// <summary>Semantics §4: Append adds every row, Truncate replaces all rows at once.</summary>
public sealed class PlainLoadTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Append_adds_every_source_row_in_order_and_again()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        Appended[] rows = [new() { Id = 2, Note = "b" }, new() { Id = 1, Note = "a" }, new() { Id = 2, Note = "b" }];
        var first = await Appended.SyncAsync(test.Store, rows);
        await Appended.SyncAsync(test.Store, rows);

        Assert.Equal((3, 3, 0, 0), (first.RowsRead, first.Inserted, first.Duplicates, first.Unchanged));
        Assert.Equal(["2|b", "1|a", "2|b", "2|b", "1|a", "2|b"], await test.RowsAsync("SELECT id, note FROM features.appended_v1 ORDER BY ctid"));
    }

    [Fact]
    public async Task Truncate_replaces_the_rows_at_once_or_not_at_all()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await Replaced.SyncAsync(test.Store, [new Replaced { Id = 1, Note = "a" }, new Replaced { Id = 2, Note = "b" }]);
        var result = await Replaced.SyncAsync(test.Store, [new Replaced { Id = 2, Note = "c" }, new Replaced { Id = 3 }]);
        Assert.Equal((2, 2), (result.Deleted, result.Inserted));

        await Assert.ThrowsAsync<DuplicateKeyException>(() => Replaced.SyncAsync(test.Store, [new Replaced { Id = 9, Note = "a" }, new Replaced { Id = 9, Note = "b" }]));
        Assert.Equal(["2|c", "3|-"], await test.RowsAsync("SELECT id, note FROM features.replaced_v1 ORDER BY id"));
        Assert.Equal("c", (await Replaced.OnlineFeaturesAsync(test.Store, 2))!.Note);
    }

    [Fact]
    public async Task Rows_are_checked_in_every_mode()
    {
        await using var test = await TestStore.CreateAsync(postgres);

        Assert.Equal("note", (await Assert.ThrowsAsync<UnstorableValueException>(() => Appended.SyncAsync(test.Store, [new Appended { Id = 1, Note = "12345" }]))).Column);
        await Assert.ThrowsAsync<NullKeyException>(() => Replaced.SyncAsync(test.Store, Source.Sql("SELECT NULL::int AS id, 'x' AS note")));
    }
}
