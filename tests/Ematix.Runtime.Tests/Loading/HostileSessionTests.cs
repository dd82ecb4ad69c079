using static Ematix.Tests.Times;

namespace Ematix.Tests.Loading;

/// <summary>Settings of a role or database that other designs trip over change nothing here.</summary>
public sealed class HostileSessionTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task History_and_reads_are_the_same_in_a_hostile_session(bool ofRole) => HostileSession.TellTwiceAsync<UserSpend>(postgres, StoryAsync, ofRole);

    [Fact]
    public Task A_key_of_every_kind_finds_its_row_in_a_hostile_session() => HostileSession.TellTwiceAsync<EveryKey>(postgres, async test =>
    {
        EveryKey row = new()
        {
            Boolean = true,
            Int16 = -1,
            Int32 = 2,
            Int64 = long.MinValue,
            Numeric = 1.25m,
            Text = "NULL",
            Varchar = @"\'{",
            Instant = At("1999-12-31 23:59:59.999999"),
            Date = new(1, 1, 1),
            Time = new(23, 59, 59, 999, 999),
            Uuid = Guid.AllBitsSet,
            Tier = Tier.Paid,
        };
        var load = await EveryKey.SyncAsync(test.Store, [row]);
        var key = new EveryKey.Key(row.Boolean, row.Int16, row.Int32, row.Int64, row.Numeric, row.Text, row.Varchar, row.Instant, row.Date, row.Time, row.Uuid, row.Tier);
        EveryKey?[] found =
        [
            await EveryKey.OnlineFeaturesAsync(test.Store, row.Boolean, row.Int16, row.Int32, row.Int64, row.Numeric, row.Text, row.Varchar, row.Instant, row.Date, row.Time, row.Uuid, row.Tier),
            .. await EveryKey.OnlineFeaturesAsync(test.Store, [key, key with { Tier = Tier.Free }, key]),
            .. await EveryKey.PointInTimeAsync(test.Store, [key, key], [load.LoadedAt, load.LoadedAt - Microsecond]),
        ];
        return [.. found.Select(answer => answer == row ? "found" : answer is null ? "not found" : "another")];
    });

    private static async Task<IReadOnlyList<string>> StoryAsync(TestStore test)
    {
        var start = At("1999-12-31 23:59:59.999999");
        List<string> story = [];
        foreach (var source in new[] { Spend(1, start, 1.005m), Spend(1, start, 2.5m), Spend(1, start + Microsecond, null), Spend(2, start, 0m) })
        {
            var result = await UserSpend.SyncAsync(test.Store, source, new() { LateArrivals = LateArrivals.Insert });
            story.Add($"{result.Inserted} {result.Closed} {result.Expired} {result.Unchanged} {result.ClockAdjusted}");
        }

        await Profile.SyncAsync(test.Store, [new Profile { Id = 1, City = @"back\slash 'quote'" }]);
        story.Add((await Profile.OnlineFeaturesAsync(test.Store, 1))!.City!);
        foreach (var asOf in new[] { start - Microsecond, start, start + Microsecond })
            story.Add($"{(await UserSpend.PointInTimeAsync(test.Store, 1, asOf))?.Average}");
        DateTimeOffset[] instants = [start, start + Microsecond, start];
        story.AddRange((await UserSpend.PointInTimeAsync(test.Store, [1L, 2L, 3L], instants)).Select(row => $"{row?.Average} {row?.At:O}"));
        story.AddRange((await UserSpend.OnlineFeaturesAsync(test.Store, [1L, 2L])).Select(row => $"{row?.Average}"));
        story.AddRange((await Profile.OnlineFeaturesAsync(test.Store, [2, 1])).Select(row => $"{row?.City}"));
        await foreach (var version in UserSpend.HistoryAsync(test.Store, 1, includeReplaced: true))
            story.Add($"{version.ValidFrom:O} {version.Row.Average} {version.IsReplaced} {version.ClosedBy}");
        return story;
    }

    private static Source Spend(long user, DateTimeOffset at, decimal? average) =>
        Source.Sql($"SELECT {user} AS user_id, 1 AS purchases, {average}::numeric AS average, {at} AS at");
}
