namespace Ematix.Tests.Loading;

/// <summary>Semantics §10: a delete that is refused says how many keys would go, names up to five of them, and says what to do.</summary>
public sealed class DeleteGuardTests(PostgresFixture postgres)
{
    private static readonly string Long = new('x', 65);

    private static readonly (string Hall, string Seat)[] Keys = [("ab", "c"), ("a", "bc"), ("", "'; --"), ("Ä, b", "(1)"), (Long, "\U0001F600"), ("z", "z")];

    private static readonly string[] Named =
    [
        "(hall = , seat = '; --)", "(hall = a, seat = bc)", "(hall = ab, seat = c)", $"(hall = {Long[..64]}…, seat = \U0001F600)", "(hall = z, seat = z)",
    ];

    [Theory]
    [InlineData(HandleDeletes.Soft)]
    [InlineData(HandleDeletes.Hard)]
    public async Task An_empty_source_is_refused_with_the_first_keys_that_would_go(HandleDeletes deletes)
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<SeatPrice>();
        await SyncAsync(test, deletes, Keys);
        var refused = await Assert.ThrowsAsync<DeleteGuardException>(() => SyncAsync(test, deletes, []));

        Assert.Equal((6, 6), (refused.RowCount, refused.KeyCount));
        Assert.Equal(Named, refused.SampleKeys);
        var table = deletes == HandleDeletes.Soft ? "seat_price_v1" : "seat_holder_v1";
        Assert.Equal(
            $"The load of \"features\".\"{table}\" was refused: it would delete 6 of 6 key(s), such as {string.Join("; ", Named)}. The source is empty: if that is so, set AllowEmptySource. Nothing was loaded.",
            refused.Message);
    }

    [Theory]
    [InlineData(HandleDeletes.Soft)]
    [InlineData(HandleDeletes.Hard)]
    public async Task A_source_that_lacks_too_much_is_refused_with_the_keys_that_it_lacks_only(HandleDeletes deletes)
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<SeatPrice>();
        await SyncAsync(test, deletes, Keys);
        var refused = await Assert.ThrowsAsync<DeleteGuardException>(() => SyncAsync(test, deletes, [Keys[0], Keys[4], ("new", "new")]));

        Assert.Equal((4, 6), (refused.RowCount, refused.KeyCount));
        Assert.Equal([Named[0], Named[1], Named[4], "(hall = Ä, b, seat = (1))"], refused.SampleKeys);
        Assert.EndsWith("That is more than MaxDeleteFraction (0.5): if the source is whole, raise it. Nothing was loaded.", refused.Message, StringComparison.Ordinal);
        await SyncAsync(test, deletes, Keys[..3]);
    }

    [Fact]
    public async Task Keys_that_are_dead_already_are_not_named()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await ShortLived.SyncAsync(test.Store, Enumerable.Range(1, 3).Select(id => new ShortLived { Id = id }));
        await test.ExecuteAsync("UPDATE features.short_lived_v1 SET valid_from = valid_from + CASE id WHEN 2 THEN interval '-1 hour' ELSE interval '1 hour' END");
        var refused = await Assert.ThrowsAsync<DeleteGuardException>(() => ShortLived.SyncAsync(test.Store, Source.Sql("SELECT 1 AS id, NULL::text AS state WHERE false"), new() { HandleDeletes = HandleDeletes.Soft }));

        Assert.Equal((2, 2), (refused.RowCount, refused.KeyCount));
        Assert.Equal(["(id = 1)", "(id = 3)"], refused.SampleKeys);
    }

    private static Task<SyncResult> SyncAsync(TestStore test, HandleDeletes deletes, params (string Hall, string Seat)[] keys) => deletes == HandleDeletes.Soft
        ? SeatPrice.SyncAsync(test.Store, keys.Select(key => new SeatPrice { Hall = key.Hall, Seat = key.Seat }), new() { HandleDeletes = deletes })
        : SeatHolder.SyncAsync(test.Store, keys.Select(key => new SeatHolder { Hall = key.Hall, Seat = key.Seat }), new() { HandleDeletes = deletes });
}
