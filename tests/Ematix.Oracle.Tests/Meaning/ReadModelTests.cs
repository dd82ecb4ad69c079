using static Ematix.Oracle.Tests.Meaning.Events;

namespace Ematix.Oracle.Tests.Meaning;

/// <summary>Semantics §6 and §7: what reads answer.</summary>
public sealed class ReadModelTests
{
    [Theory]
    [InlineData(9, null)]
    [InlineData(10, "a")]
    [InlineData(19, "a")]
    [InlineData(20, "b")]
    [InlineData(70, "b")]
    [InlineData(71, null)]
    public void A_version_answers_from_its_start_to_before_its_end_and_up_to_its_time_to_live(long asOf, string? value) => Assert.Equal(value, Loaded().At(asOf));

    [Theory]
    [InlineData(13, "a")]
    [InlineData(14, null)]
    [InlineData(23, "b")]
    [InlineData(24, null)]
    public void A_call_may_shorten_the_time_to_live(long asOf, string? value) => Assert.Equal(value, Loaded().At(asOf, 3));

    [Theory]
    [InlineData(70, "b")]
    [InlineData(71, null)]
    public void Online_is_the_point_in_time_of_the_clock(long clock, string? value) => Assert.Equal(value, Loaded().Online(clock));

    [Fact]
    public void While_the_clock_is_behind_the_last_load_it_counts_as_that_load() => Assert.Equal("b", Loaded().Online(5));

    [Fact]
    public void A_replaced_version_is_never_seen()
    {
        var events = Loaded();
        events.Load(61, Row("k", 20, "c"));

        Assert.Equal("c", events.At(20));
    }

    [Fact]
    public void A_gap_answers_nothing()
    {
        var events = new Events(ttl: 5);
        events.Load(30, Row("k", 10, "a"));
        events.Load(60, Row("k", 50, "b"));

        Assert.Equal("a[10,30)ttl b[50,60)ttl", events.History());
        Assert.Null(events.At(40));
        Assert.Null(events.At(16));
        Assert.Equal("a", events.At(15));
    }

    [Fact]
    public void A_key_without_history_answers_nothing() => Assert.Null(Loaded().At(20, key: "l"));

    private static Events Loaded()
    {
        var events = new Events(ttl: 50);
        events.Load(60, Row("k", 10, "a"), Row("k", 20, "b"));
        return events;
    }
}
