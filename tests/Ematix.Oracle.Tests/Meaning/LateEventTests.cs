using static Ematix.Oracle.Tests.Meaning.Events;

namespace Ematix.Oracle.Tests.Meaning;

/// <summary>Semantics §3, event-time views: late rows.</summary>
public sealed class LateEventTests
{
    [Fact]
    public void Rejected_late_rows_refuse_the_whole_load()
    {
        var events = Loaded();
        var refusal = Assert.Single(events.Load(101, Row("k", 40, "d"), Row("k", 15, "x"), Row("k", 15, "y"), Row("l", 5, "z")).Refusals);

        Assert.Equal((RefusalKind.Late, 1L), (refusal.Kind, refusal.Count));
        Assert.Equal([1, 2], refusal.Rows);
        Assert.Equal("a[10,20)next b[20,30)next c[30,)", events.History());
        Assert.Equal("", events.History("l"));
    }

    [Fact]
    public void Skipped_late_rows_are_counted_and_the_rest_is_loaded()
    {
        var events = Loaded();
        var counts = events.Load(101, Late.Skip, Row("k", 40, "d"), Row("k", 15, "x")).Counts;

        Assert.Equal(new LoadCounts { RowsRead = 2, Skipped = 1, Inserted = 1, Closed = 1 }, counts);
        Assert.Equal("a[10,20)next b[20,30)next c[30,40)next d[40,)", events.History());
    }

    [Fact]
    public void Inserted_late_rows_take_their_place()
    {
        var events = Loaded();
        var counts = events.Load(101, Late.Insert, Row("k", 15, "x"), Row("k", 5, "w")).Counts;

        Assert.Equal("w[5,10)next a[10,15)next x[15,20)next b[20,30)next c[30,)", events.History());
        Assert.Equal(new LoadCounts { RowsRead = 2, Inserted = 2, Closed = 1 }, counts);
    }

    [Fact]
    public void A_differing_row_at_an_older_start_is_late_and_inserted_makes_the_version_there_empty()
    {
        var events = Loaded();
        Assert.True(events.Load(101, Row("k", 20, "x")).IsRefused);
        events.Load(102, Late.Insert, Row("k", 20, "x"));

        Assert.Equal("a[10,20)next b[20,20)next x[20,30)next c[30,)", events.History());
    }

    [Fact]
    public void A_row_at_the_newest_start_is_not_late_and_neither_is_the_first_of_a_key()
    {
        Assert.False(Loaded().Load(101, Row("k", 30, "x"), Row("l", 1, "y")).IsRefused);
    }

    [Fact]
    public void Rows_of_one_batch_never_make_each_other_late()
    {
        var events = Loaded();
        events.Load(101, Row("k", 50, "e"), Row("k", 40, "d"));

        Assert.Equal("a[10,20)next b[20,30)next c[30,40)next d[40,50)next e[50,)", events.History());
    }

    [Fact]
    public void Inserted_rows_in_any_order_and_any_batches_give_the_same_history()
    {
        var events = new Events();
        events.Load(100, Row("k", 30, "c"));
        events.Load(101, Late.Insert, Row("k", 10, "a"));
        events.Load(102, Late.Insert, Row("k", 20, "b"));

        Assert.Equal(Loaded().History(), events.History());
    }

    private static Events Loaded()
    {
        var events = new Events();
        events.Load(100, Row("k", 10, "a"), Row("k", 20, "b"), Row("k", 30, "c"));
        return events;
    }
}
