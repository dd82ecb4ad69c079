using static Ematix.Oracle.Tests.Meaning.Events;

namespace Ematix.Oracle.Tests.Meaning;

/// <summary>Semantics §3, event-time views: place, ties, no-ops.</summary>
public sealed class EventPlaceTests
{
    [Fact]
    public void A_version_starts_at_its_event_and_ends_where_the_next_starts_whatever_the_order_of_the_batch()
    {
        var events = new Events();
        var counts = events.Load(100, Row("k", 30, "c"), Row("k", 10, "a"), Row("k", 20, "b")).Counts;

        Assert.Equal("a[10,20)next b[20,30)next c[30,)", events.History());
        Assert.Equal(new LoadCounts { RowsRead = 3, Inserted = 3 }, counts);
    }

    [Fact]
    public void Of_tied_rows_in_a_batch_the_last_in_source_order_counts_and_the_others_are_never_written()
    {
        var events = new Events();
        var counts = events.Load(100, Row("k", 10, "a"), Row("k", 10, "c"), Row("k", 10, "b")).Counts;

        Assert.Equal("b[10,)", events.History());
        Assert.Equal(new LoadCounts { RowsRead = 3, Duplicates = 2, Inserted = 1 }, counts);
    }

    [Fact]
    public void A_differing_row_at_the_newest_start_replaces_it_and_the_loser_is_empty()
    {
        var events = new Events();
        events.Load(100, Row("k", 10, "a"));
        var counts = events.Load(101, Row("k", 10, "b"), Row("k", 20, "c")).Counts;

        Assert.Equal("a[10,10)next b[10,20)next c[20,)", events.History());
        Assert.Equal(new LoadCounts { RowsRead = 2, Inserted = 2, Closed = 1 }, counts);
    }

    [Fact]
    public void An_equal_row_is_dropped_before_every_other_check()
    {
        var events = new Events();
        events.Load(100, Row("k", 10, "a"), Row("k", 20, "b"));
        var counts = events.Load(101, Row("k", 10, "a"), Row("k", 20, "b"), Row("k", 30, null)).Counts;

        Assert.Equal("a[10,20)next b[20,30)next NULL[30,)", events.History());
        Assert.Equal(new LoadCounts { RowsRead = 3, Unchanged = 2, Inserted = 1, Closed = 1 }, counts);
    }

    [Fact]
    public void An_expired_version_is_compared_too()
    {
        var events = new Events(ttl: 5);
        events.Load(100, Row("k", 10, "a"));

        Assert.Equal(new LoadCounts { RowsRead = 1, Unchanged = 1 }, events.Load(101, Row("k", 10, "a")).Counts);
        Assert.Equal("a[10,100)ttl", events.History());
    }

    [Fact]
    public void Empty_versions_are_never_compared()
    {
        var events = new Events();
        events.Load(100, Row("k", 10, "a"));
        events.Load(101, Row("k", 10, "b"));
        var counts = events.Load(102, Row("k", 10, "a")).Counts;

        Assert.Equal("a[10,10)next b[10,10)next a[10,)", events.History());
        Assert.Equal(new LoadCounts { RowsRead = 1, Inserted = 1, Closed = 1 }, counts);
    }

    [Fact]
    public void Null_is_a_value_and_differs_from_the_empty_text()
    {
        var events = new Events();
        events.Load(100, Row("k", 10, null));

        Assert.Equal(1, events.Load(101, Row("k", 10, null)).Counts!.Unchanged);
        Assert.Equal(1, events.Load(102, Row("k", 10, "")).Counts!.Inserted);
    }

    [Fact]
    public void Keys_have_histories_of_their_own()
    {
        var events = new Events();
        events.Load(100, Row("k", 10, "a"), Row("l", 20, "b"));
        events.Load(101, Late.Insert, Row("l", 15, "c"), Row("k", 30, "d"));

        Assert.Equal("a[10,30)next d[30,)", events.History());
        Assert.Equal("c[15,20)next b[20,)", events.History("l"));
    }
}
