namespace Ematix.Oracle.Tests.Training;

/// <summary>Semantics §7 by hand, with every strategy and every way of a spine: keys are compared column by column, and a spine row has one row whatever ties.</summary>
public sealed class SpineKeyTests(PostgresFixture postgres)
{
    private static readonly DateTimeOffset Start = new(2024, 3, 1, 10, 0, 0, TimeSpan.Zero);

    private static readonly OracleColumn AsOf = new("as_of", ValueKind.Instant);

    private static readonly (SpineWay Way, bool IsReadOnly)[] Ways =
        [(SpineWay.Query, false), (SpineWay.NarrowQuery, true), (SpineWay.Table, false), (SpineWay.Table, true), (SpineWay.Batches, false), (SpineWay.BatchStream, true)];

    [Fact]
    public async Task Text_keys_that_are_equal_once_joined_stay_apart()
    {
        await using var lane = await Lane.OpenAsync(postgres);
        await LoadAsync(lane, Drivers.Reading, [["ab", "c", Start, 1d, null], ["a", "bc", Start, 2d, null]]);
        var spine = SpineOf(Drivers.Reading, ["a", "bc"], ["ab", "c"], ["abc", ""], ["", "abc"], ["a", "c"], ["ab", "c"]);

        await EachAsync<object?>(lane, [Drivers.Reading], spine, row => row[^2], [2d, 1d, null, null, null, 1d]);
    }

    [Fact]
    public async Task Numeric_keys_that_are_equal_once_joined_stay_apart()
    {
        await using var lane = await Lane.OpenAsync(postgres);
        await LoadAsync(lane, Drivers.Cell, [[1, 23m, Start], [12, 3m, Start.AddDays(1)]]);
        var spine = SpineOf(Drivers.Cell, [12, 3m], [1, 23m], [123, 0m], [1, 3m], [12, 23m], [1, 23.0m]);

        await EachAsync<object?>(lane, [Drivers.Cell], spine, row => row[^1], [Micros.Floor(Start.AddDays(1)), Micros.Floor(Start), null, null, null, Micros.Floor(Start)]);
    }

    [Fact]
    public async Task Two_ties_of_one_view_and_three_of_another_give_one_row()
    {
        await using var lane = await Lane.OpenAsync(postgres);
        await LoadAsync(lane, Drivers.Spend, [[7L, 1L, null, Start]], [[7L, 2L, null, Start]]);
        await LoadAsync(lane, Drivers.Order, [[7, "a", Start, null, Start]], [[7, "b", Start, null, Start]], [[7, "c", Start, null, Start]]);
        var values = new SpineValues([new("user_id", ValueKind.Int64), new("id", ValueKind.Int32), AsOf], 2, [[7L, 7, Start], [7L, 7, Start], [7L, 8, Start]]);

        await EachAsync<(object?, object?)>(lane, [Drivers.Spend, Drivers.Order], values, row => (row[3], row[6]), [(2L, "c"), (2L, "c"), (2L, null)]);
    }

    /// <summary>Reads in every way, and compares what is told of each row.</summary>
    private static async Task EachAsync<T>(Lane lane, IReadOnlyList<ViewDriver> drivers, SpineValues spine, Func<object?[], T> told, T[] expected)
    {
        var reader = new TrainingReader(lane, drivers, TestContext.Current.CancellationToken);
        var next = 0;
        SetMember[] members = [.. drivers.Select((driver, view) => new SetMember(view, driver.Spec.Name, null, [.. driver.Spec.Keys.Select(_ => next++)], driver.Spec.View.Features))];
        foreach (var strategy in new[] { JoinStrategy.Probe, JoinStrategy.Hash, JoinStrategy.OnePass })
        {
            foreach (var (way, isReadOnly) in Ways)
            {
                var output = await reader.ReadAsync(new(members, spine) { Strategy = strategy, Way = way, IsReadOnly = isReadOnly, IsSet = true });
                Assert.Equal(expected, output.Rows.Select(row => told(row!)));
            }
        }
    }

    private static SpineValues SpineOf(ViewDriver driver, params object?[][] keys) =>
        new([.. driver.Spec.Keys.Select(key => key.Column), AsOf], driver.Spec.Keys.Count, [.. keys.Select(key => (object?[])[.. key, Start.AddDays(2)])]);

    private static async Task LoadAsync(Lane lane, ViewDriver driver, params object?[][][] batches) =>
        Assert.Empty(await new StoryRun(lane, driver, new Tally(), TestContext.Current.CancellationToken).LoadAsync([.. batches.Select(rows => new Batch(rows))]));
}
