using static Ematix.Oracle.Tests.Meaning.Tables;

namespace Ematix.Oracle.Tests.Meaning;

/// <summary>Semantics §1, §3 and §6: what one load may be asked for.</summary>
public sealed class LoadOptionTests
{
    [Fact]
    public void A_change_of_a_column_that_is_not_compared_makes_no_version()
    {
        var (table, options) = (Snapshots(), new LoadOptions { Compared = [First] });
        table.Load([Row("k", "a", "x"), Row("l", "a", "x")], 10);
        table.Load([Row("k", "a", "y"), Row("l", "b", "y")], 20, options);

        Assert.Equal("a/x[10,)", Lines.Of(table));
        Assert.Equal("a/x[10,20)next b/y[20,)", Lines.Of(table, "l"));
    }

    [Fact]
    public void Duplicates_differ_in_any_column()
    {
        Assert.True(Snapshots().Load([Row("k", "a", "x"), Row("k", "a", "y")], 10, new LoadOptions { Compared = [First] }).IsRefused);
    }

    [Fact]
    public void A_renewed_version_has_the_values_of_the_source()
    {
        var table = Snapshots(ttl: 50);
        table.Load([Row("k", "a", "x")], 10);
        table.Load([Row("k", "a", "y")], 40, new LoadOptions { Compared = [First] });

        Assert.Equal("a/x[10,40)renewal a/y[40,)", Lines.Of(table));
    }

    [Fact]
    public void The_event_time_is_always_compared()
    {
        var (table, options) = (Events(), new LoadOptions { Compared = [First] });
        table.Load([Event("k", 10, "a", "x")], 100);
        var counts = table.Load([Event("k", 10, "a", "y"), Event("k", 20, "a", "y")], 110, options).Counts;

        Assert.Equal(new LoadCounts { RowsRead = 2, Unchanged = 1, Inserted = 1, Closed = 1 }, counts);
        Assert.Equal("a/x[10,20)next a/y[20,)", Lines.Of(table));
    }

    [Fact]
    public void Another_instant_may_be_a_loads_event_time()
    {
        var table = Events();
        table.Load([Event("k", 10, "a", otherAt: 50)], 100);
        table.Load([Event("k", 10, "b", otherAt: 60), Event("k", 10, "c", otherAt: 70)], 110, new LoadOptions { EventTime = OtherTime });

        Assert.Equal("a/x[10,60)next b/x[60,70)next c/x[70,)", Lines.Of(table));
    }

    [Fact]
    public void Only_the_loads_own_event_time_may_not_be_in_the_future()
    {
        Assert.False(Events().Load([Event("k", 10, otherAt: 500)], 100, LoadOptions.Default).IsRefused);
        Assert.True(Events().Load([Event("k", 10, otherAt: 500)], 100, new LoadOptions { EventTime = OtherTime }).IsRefused);
        Assert.False(Events().Load([Event("k", 500, otherAt: 10)], 100, new LoadOptions { EventTime = OtherTime }).IsRefused);
    }

    [Theory]
    [InlineData(29, "a/x[10,40)ttl")]
    [InlineData(30, "a/x[10,)")]
    public void A_loads_own_time_to_live_decides_what_it_ends(long ttl, string history)
    {
        var table = Events(ttl: 80);
        table.Load([Event("k", 10)], 20);
        table.Load([], 40, new LoadOptions { Ttl = ttl });

        Assert.Equal(history, Lines.Of(table));
        Assert.NotNull(table.PointInTime(new RowKey(["k"]), 39));
    }

    [Fact]
    public void A_longer_time_to_live_of_a_load_ends_nothing_and_reads_keep_the_views()
    {
        var table = Events(ttl: 20);
        table.Load([Event("k", 10)], 15);
        table.Load([], 40, new LoadOptions { Ttl = 1000 });

        Assert.Equal("a/x[10,)", Lines.Of(table));
        Assert.Null(table.PointInTime(new RowKey(["k"]), 31));
    }

    [Fact]
    public void Future_events_beyond_the_tolerance_are_left_out_and_counted()
    {
        var table = Events();
        var counts = table.Load([Event("k", 100), Event("k", 111), Event("l", 5000), Event("l", 5000)], 100, new LoadOptions { SkipsFuture = true, Tolerance = 10 }).Counts;

        Assert.Equal(new LoadCounts { RowsRead = 4, Skipped = 3, Inserted = 1 }, counts);
        Assert.Equal("a/x[100,)", Lines.Of(table));
    }

    [Fact]
    public void Only_rows_inside_a_window_count_and_late_ones_take_their_place()
    {
        var table = Events();
        table.Load([Event("k", 50, "c")], 100);
        var counts = table.Load([Event("k", 9, "z"), Event("k", 10, "a"), Event("k", 19, "b"), Event("k", 20, "z")], 110, new LoadOptions { Window = (10, 20) }).Counts;

        Assert.Equal(new LoadCounts { RowsRead = 4, Outside = 2, Inserted = 2 }, counts);
        Assert.Equal("a/x[10,19)next b/x[19,50)next c/x[50,)", Lines.Of(table));
    }

    [Fact]
    public void A_window_may_reject_late_rows_all_the_same()
    {
        var table = Events();
        table.Load([Event("k", 50)], 100);

        Assert.True(table.Load([Event("k", 10)], 110, new LoadOptions { Window = (10, 20), Late = Late.Reject }).IsRefused);
    }
}
