using static Ematix.Tests.Times;

namespace Ematix.Tests.Types;

/// <summary>Names stay names: in tables, loads, checks, errors, reads and the catalog.</summary>
public sealed class HostileNameTests(PostgresFixture postgres)
{
    private const string Others = """
        SELECT 3 AS value, 1 AS _row, 1 AS place, 1 AS "position", 1 AS key_1, 1 AS as_of, 1 AS _closes, 1 AS c, timestamptz '2024-01-01Z' AS at
        """;

    private static readonly DateTimeOffset Start = At("2024-03-01 10:00");

    [Fact]
    public async Task A_view_of_hostile_names_loads_and_answers()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Hostile>().Audits<HostileTwin>();
        await Hostile.SyncAsync(test.Store, [Row(0, 1), Row(1, 2)], new() { LateArrivals = LateArrivals.Insert });
        await Hostile.SyncAsync(test.Store, [Row(1, 3), Row(2, 4)]);
        await HostileTwin.SyncAsync(test.Store, [new HostileTwin { User = "u", Value = 7, Place = 8, Position = 9, At = Start }]);

        Assert.Equal(3, (await Hostile.PointInTimeAsync(test.Store, "u", "U", Start.AddHours(1)))!.Emoji);
        Assert.Equal([1, 4, null], (await Hostile.PointInTimeAsync(test.Store, [new("u", "U"), new("u", "U"), new("U", "u")], [Start, Start.AddHours(2), Start])).Select(row => row?.Quotes));
        Assert.Equal([1, 2, 3, 4], (await Hostile.HistoryAsync(test.Store, "u", "U", includeReplaced: true).ToArrayAsync()).Select(version => version.Row.Longest));
        Assert.Equal((7, 8, 9), await HostileTwin.OnlineFeaturesAsync(test.Store, "u") is { } twin ? (twin.Value, twin.Place, twin.Position) : default);
        Assert.Equal(8, (await HostileTwin.PointInTimeAsync(test.Store, ["u"], Start))[0]!.Place);
        Assert.Equal(2, await test.ScalarAsync<long>("SELECT count(*) FROM ematix_flow.feature_views"));
    }

    [Fact]
    public async Task Errors_name_what_they_mean()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Hostile>();
        await Hostile.SyncAsync(test.Store, [Row(1, 1)]);

        var late = await Assert.ThrowsAsync<LateArrivalException>(() => Hostile.SyncAsync(test.Store, [Row(0, 1)]));
        Assert.Equal("\"We\"\"ird. s'chema\\\".\"sel\"\"ect; -- 'x' $1 /* 67890123456789012345678901234567\"", late.Target);
        Assert.Contains("(user = u, User = U)", late.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<NullKeyException>(() => Hostile.SyncAsync(test.Store, [new Hostile { User = null!, Twin = "U", At = Start }]));
        await test.ExecuteAsync($"ALTER TABLE {late.Target} RENAME COLUMN \"select\" TO \"SELECT\"");
        var drift = await Assert.ThrowsAsync<SchemaDriftException>(() => Hostile.EnsureAsync(test.Store));
        Assert.Equal(2, drift.Differences.Count);
        await test.ExecuteAsync($"ALTER TABLE {late.Target} RENAME COLUMN \"SELECT\" TO \"select\"");
    }

    [Fact]
    public async Task A_source_matches_them_by_name()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<HostileTwin>();
        await HostileTwin.SyncAsync(test.Store, Source.Sql(Others + ", 'x' AS \"user\""));

        Assert.Equal(3, (await HostileTwin.OnlineFeaturesAsync(test.Store, "x"))!.Value);
        Assert.Contains(
            "lacks column \"user\"",
            (await Assert.ThrowsAsync<SourceSchemaException>(() => HostileTwin.SyncAsync(test.Store, Source.Sql(Others + ", 'x' AS \"User\"")))).Message,
            StringComparison.Ordinal);
    }

    private static Hostile Row(int hour, int value) => new()
    {
        User = "u",
        Twin = "U",
        Quotes = value,
        Dots = value,
        @select = value,
        Emoji = value,
        Longest = value,
        NotASystemColumn = value,
        At = Start.AddHours(hour),
    };
}
