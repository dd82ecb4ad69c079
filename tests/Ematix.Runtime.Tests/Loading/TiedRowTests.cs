using static Ematix.Tests.Times;

namespace Ematix.Tests.Loading;

/// <summary>Docs/decisions 41: a row that another one of its key and instant replaces must be one that could be stored.</summary>
public sealed class TiedRowTests(PostgresFixture postgres)
{
    private static readonly DateTimeOffset Noon = At("2024-03-10 12:00:00");

    [Theory]
    [InlineData(99_999_999.995, 1)]
    [InlineData(1, 99_999_999.995)]
    public async Task One_of_two_tied_rows_that_does_not_fit_refuses_the_load(double first, double last)
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>();
        var refused = await Assert.ThrowsAsync<UnstorableValueException>(() => UserSpend.SyncAsync(test.Store, [Row((decimal)first), Row((decimal)last)]));

        Assert.Equal(("average", 1L), (refused.Column, refused.RowCount));
        Assert.Equal(0, await test.ScalarAsync<long>("SELECT count(*) FROM features.user_spend_v1"));
    }

    [Fact]
    public async Task So_does_one_that_the_order_of_a_query_puts_first()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>();
        var refused = await Assert.ThrowsAsync<UnstorableValueException>(() => UserSpend.SyncAsync(test.Store, Query("NaN")));
        var done = await UserSpend.SyncAsync(test.Store, Query("2"));

        Assert.Equal(("average", 1L), (refused.Column, refused.RowCount));
        Assert.Equal((1, 1), (done.Duplicates, done.Inserted));
        Assert.Equal(1, (await UserSpend.HistoryAsync(test.Store, 1).SingleAsync()).Row.Average);
    }

    private static Source Query(string first) => Source.Sql($"""
        SELECT 1::bigint AS user_id, 1::bigint AS purchases, t.average::numeric, timestamptz '2024-03-10 12:00:00+00' AS at
        FROM unnest(ARRAY[{first}, '1']) WITH ORDINALITY AS t (average, place)
        ORDER BY t.place
        """);

    private static UserSpend Row(decimal average) => new() { UserId = 1, Average = average, At = Noon };
}
