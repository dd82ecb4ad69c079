using Npgsql;
using static Ematix.Tests.Times;

namespace Ematix.Tests.Types;

/// <summary>Names stay names under every load option: in feature sets, watermarks, windows, deletes, and in queries on another database.</summary>
public sealed class HostileNameOptionTests(PostgresFixture postgres)
{
    private const string ReadBy = "wa\"ter'mark; -- é $1";

    private static readonly DateTimeOffset Start = At("2024-03-01 10:00");

    public static TheoryData<bool> Elsewhere => [false, true];

    [Theory, MemberData(nameof(Elsewhere))]
    public async Task A_feature_set_is_read_by_a_hostile_watermark(bool elsewhere)
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Hostile>();
        await using var other = await TestStore.CreateAsync(postgres);
        await using var database = NpgsqlDataSource.Create((elsewhere ? other : test).ConnectionString);
        await (elsewhere ? other : test).ExecuteAsync("""
            CREATE TABLE public."so""urce" AS
            SELECT 'u' AS "user", 'U' AS "User", n AS "a.b c", timestamptz '2024-03-01 10:00Z' + n * interval '1 hour' AS "valid_from ", n AS "wa""ter'mark; -- é $1"
            FROM generate_series(1, 3) AS n
            """);
        const string Query = """SELECT * FROM public."so""urce" """;
        SyncOptions<Hostile> options = new() { FeatureSet = [Hostile.Columns.Dots], IncrementalColumn = ReadBy };
        await Hostile.SyncAsync(test.Store, [new Hostile { User = "u", Twin = "U", Emoji = 7, Longest = 8, At = Start }]);
        var first = await Hostile.SyncAsync(test.Store, elsewhere ? Source.Sql(database, Query) : Source.Sql(Query), options);
        var second = await Hostile.SyncAsync(test.Store, elsewhere ? Source.Sql(database, Query) : Source.Sql(Query), options);

        Assert.Equal((3, 3, new Watermark(ReadBy, 3)), (first.RowsRead, first.Inserted, first.Watermark! with { Value = Convert.ToInt32(first.Watermark.Value, null) }));
        Assert.Equal((1, 1), (second.RowsRead, second.Unchanged));
        var row = (await Hostile.PointInTimeAsync(test.Store, "u", "U", Start.AddHours(2)))!;
        Assert.Equal((2, 7, 8), (row.Dots, row.Emoji, row.Longest));
    }

    [Fact]
    public async Task A_backfill_with_another_comparison_finds_its_window()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Hostile>();
        await Hostile.SyncAsync(test.Store, [new Hostile { User = "u", Twin = "U", Emoji = 9, At = Start.AddHours(9) }]);
        var result = await Hostile.SyncAsync(
            test.Store,
            Enumerable.Range(0, 4).Select(hour => new Hostile { User = "u", Twin = "U", Emoji = hour, @select = hour, At = Start.AddHours(hour) }),
            new() { BackfillWindow = new(Start.AddHours(1), Start.AddHours(3)), CompareColumns = [Hostile.Columns.@select, Hostile.Columns.At] });

        Assert.Equal((4, 2, 2), (result.RowsRead, result.RowsStaged, result.Inserted));
        Assert.Equal([1, 2, 9], (await Hostile.HistoryAsync(test.Store, "u", "U").ToArrayAsync()).Select(version => version.Row.Emoji));
    }

    [Theory, MemberData(nameof(Elsewhere))]
    public async Task Deletes_and_their_guards_name_the_keys(bool elsewhere)
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<HostilePlace>();
        await using var other = await TestStore.CreateAsync(postgres);
        await using var database = NpgsqlDataSource.Create(other.ConnectionString);
        SyncOptions<HostilePlace> soft = new() { HandleDeletes = HandleDeletes.Soft };
        SyncOptions<HostileMerged> hard = new() { HandleDeletes = HandleDeletes.Hard, UpdateColumns = [HostileMerged.Columns.Other] };
        const string Places = """SELECT 'x' || n AS "ключ ""k""; --", n AS t, 'v' AS o, 'w' AS excluded FROM generate_series(1, 3) AS n WHERE n < """, Merged = """SELECT 'x' || n AS "ключ ""k""; --", n AS b, 'v' AS s, 'w' AS c FROM generate_series(1, 3) AS n WHERE n < """;
        foreach (var last in new[] { "4", "3" })
        {
            await HostilePlace.SyncAsync(test.Store, elsewhere ? Source.Sql(database, Places + last) : Source.Sql(Places + last), soft);
            await HostileMerged.SyncAsync(test.Store, elsewhere ? Source.Sql(database, Merged + last) : Source.Sql(Merged + last), hard);
        }

        Assert.Equal(["v", "v", null], (await HostilePlace.OnlineFeaturesAsync(test.Store, [new("x1", 1), new("x2", 2), new("x3", 3)])).Select(row => row?.Value));
        Assert.Equal(["w", "w", null], (await HostileMerged.OnlineFeaturesAsync(test.Store, [new("x1", 1), new("x2", 2), new("x3", 3)])).Select(row => row?.Other));
        var places = await Assert.ThrowsAsync<DeleteGuardException>(() => HostilePlace.SyncAsync(test.Store, Source.Sql(Places + "1"), soft));
        var merged = await Assert.ThrowsAsync<DeleteGuardException>(() => HostileMerged.SyncAsync(test.Store, Source.Sql(Merged + "1"), hard));
        Assert.Equal(["(ключ \"k\"; -- = x1, t = 1)", "(ключ \"k\"; -- = x2, t = 2)"], places.SampleKeys);
        Assert.Equal(["(ключ \"k\"; -- = x1, b = 1)", "(ключ \"k\"; -- = x2, b = 2)"], merged.SampleKeys);
    }
}
