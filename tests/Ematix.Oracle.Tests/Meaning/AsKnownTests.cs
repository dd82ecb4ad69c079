using static Ematix.Oracle.Tests.Meaning.Tables;

namespace Ematix.Oracle.Tests.Meaning;

/// <summary>Semantics §7: what a read would have answered at an instant, from what had been loaded by then.</summary>
public sealed class AsKnownTests
{
    private static readonly LoadOptions Insert = new() { Late = Late.Insert };

    [Theory]
    [InlineData(99, null)]
    [InlineData(100, "a")]
    [InlineData(109, "a")]
    [InlineData(110, "b")]
    [InlineData(120, "c")]
    public void Versions_count_from_the_load_that_brought_them(long knownAt, string? expected)
    {
        var table = Events();
        table.Load([Event("k", 10, "a")], 100);
        table.Load([Event("k", 20, "b")], 110);
        table.Load([Event("k", 25, "z"), Event("k", 20, "c")], 120, Insert);

        Assert.Equal(expected, First(table, 22, knownAt));
    }

    [Fact]
    public void A_replaced_version_answers_for_the_time_before_it_was_replaced()
    {
        var table = Events();
        table.Load([Event("k", 10, "a")], 100);
        table.Load([Event("k", 10, "b")], 110);
        table.Load([Event("k", 10, "c")], 120);

        Assert.Equal(["a", "b", "c"], new long[] { 100, 110, 120 }.Select(known => First(table, 15, known)));
    }

    [Fact]
    public void Ends_that_later_loads_set_are_of_no_account()
    {
        var table = Events();
        table.Load([Event("k", 10, "a")], 100);
        table.Load([Event("k", 20, "b")], 110);

        Assert.Equal("a", First(table, 50, 100));
    }

    [Fact]
    public void A_version_is_dead_by_its_time_to_live_whether_a_load_ended_it_or_not()
    {
        var table = Events(ttl: 30);
        table.Load([Event("k", 10, "a")], 20);
        table.Load([], 100);

        Assert.Equal("a", First(table, 40, 20));
        Assert.Null(First(table, 41, 20));
        Assert.Equal("a", First(table, 40, 100));
        Assert.Null(new HistoricalRead { KnownAt = 100, Ttl = 5 }.Answer(table, ["k"], 16));
    }

    [Theory]
    [InlineData(25, 19, "a")]
    [InlineData(25, 20, null)]
    [InlineData(19, 20, "a")]
    [InlineData(20, 20, null)]
    [InlineData(30, 29, null)]
    [InlineData(30, 30, "b")]
    [InlineData(25, 30, null)]
    public void A_delete_counts_once_it_is_known_and_until_the_key_is_back(long asOf, long knownAt, string? expected)
    {
        var (table, options) = (Snapshots(), new LoadOptions { DeletesAbsent = true });
        table.Load([Row("k", "a"), Row("l")], 10);
        table.Load([Row("l")], 20, options);
        table.Load([Row("k", "b"), Row("l")], 30, options);

        Assert.Equal(expected, First(table, asOf, knownAt));
    }

    [Fact]
    public void A_delete_at_the_as_of_does_not_count_for_what_was_before()
    {
        var table = Snapshots();
        table.Load([Row("k", "a"), Row("l")], 10);
        table.Load([Row("l")], 20, new LoadOptions { DeletesAbsent = true });

        Assert.Equal("a", (string?)new HistoricalRead { KnownAt = 20, IsBefore = true }.Answer(table, ["k"], 20)?[Tables.First]);
    }

    [Fact]
    public void An_instant_after_the_last_load_is_lowered_to_it()
    {
        var table = Events();
        var read = new HistoricalRead { KnownAt = 500 };
        Assert.Equal(500, read.KnownAtOf(table));
        table.Load([Event("k", 10, "a")], 100);

        Assert.Equal(100, read.KnownAtOf(table));
        Assert.Equal("a", First(table, 10, 500));
    }

    [Fact]
    public void Later_loads_change_no_answer()
    {
        var table = Events(ttl: 60);
        table.Load([Event("k", 10, "a"), Event("k", 30, "b")], 100);
        var before = Enumerable.Range(0, 120).Select(asOf => First(table, asOf, 100)).ToArray();
        table.Load([Event("k", 20, "c"), Event("k", 30, "d"), Event("k", 101, "e")], 110, Insert);
        table.Load([], 300);

        Assert.Equal(before, Enumerable.Range(0, 120).Select(asOf => First(table, asOf, 100)));
    }

    private static string? First(OracleTable table, long asOf, long knownAt) => (string?)new HistoricalRead { KnownAt = knownAt }.Answer(table, ["k"], asOf)?[Tables.First];
}
