using static Ematix.Oracle.Tests.Meaning.Events;

namespace Ematix.Oracle.Tests.Meaning;

/// <summary>Semantics §6 for event-time views: an end of the time to live is housekeeping, and no answer depends on when loads ran.</summary>
public sealed class EventTtlTests
{
    [Theory]
    [InlineData(60, "a[10,)", 0)]
    [InlineData(61, "a[10,61)ttl", 1)]
    public void A_load_ends_the_open_version_that_is_older_than_the_time_to_live(long loadedAt, string history, long expired)
    {
        var events = new Events(ttl: 50);
        events.Load(20, Row("k", 10, "a"));

        Assert.Equal(expired, events.Load(loadedAt).Counts!.Expired);
        Assert.Equal(history, events.History());
    }

    [Fact]
    public void A_version_that_is_dead_when_it_is_loaded_is_ended_by_the_same_load()
    {
        var events = new Events(ttl: 5);
        var counts = events.Load(100, Row("k", 10, "a"), Row("k", 20, "b")).Counts;

        Assert.Equal("a[10,20)next b[20,100)ttl", events.History());
        Assert.Equal(new LoadCounts { RowsRead = 2, Inserted = 2, Expired = 1 }, counts);
    }

    [Theory]
    [InlineData(30, "a[10,30)next b[30,)", 1)]
    [InlineData(99, "a[10,99)next b[99,)", 1)]
    [InlineData(100, "a[10,100)ttl b[100,)", 0)]
    [InlineData(110, "a[10,100)ttl b[110,)", 0)]
    public void A_newer_event_ends_an_expired_version_if_it_did_not_end_earlier_and_is_itself_open(long at, string history, long closed)
    {
        var events = new Events(ttl: 80);
        events.Load(100, Row("k", 10, "a"));
        var counts = events.Load(110, Row("k", at, "b")).Counts;

        Assert.Equal(history, events.History());
        Assert.Equal(closed, counts!.Closed);
    }

    [Fact]
    public void A_late_event_never_takes_the_end_over()
    {
        var events = new Events(ttl: 80);
        events.Load(100, Row("k", 10, "a"));
        events.Load(150, Row("k", 140, "c"));
        events.Load(151, Late.Insert, Row("k", 50, "b"));

        Assert.Equal("a[10,50)next b[50,140)next c[140,)", events.History());
    }

    [Fact]
    public void A_replaced_version_that_had_expired_is_empty_and_its_successor_expires_anew()
    {
        var events = new Events(ttl: 80);
        events.Load(100, Row("k", 10, "a"));
        var counts = events.Load(120, Row("k", 10, "b")).Counts;

        Assert.Equal("a[10,10)next b[10,120)ttl", events.History());
        Assert.Equal(new LoadCounts { RowsRead = 1, Inserted = 1, Closed = 1, Expired = 1 }, counts);
    }

    [Fact]
    public void Answers_do_not_depend_on_when_loads_ran()
    {
        var (once, often) = (new Events(ttl: 20), new Events(ttl: 20));
        once.Load(500, Row("k", 10, "a"), Row("k", 90, "b"), Row("k", 95, "c"));
        often.Load(50, Row("k", 10, "a"));
        often.Load(92, Row("k", 90, "b"));
        often.Load(200, Row("k", 95, "c"));

        Assert.NotEqual(once.History(), often.History());
        for (var asOf = 0; asOf < 300; asOf++)
            Assert.Equal(once.At(asOf), often.At(asOf));
    }
}
