using static Ematix.Oracle.Tests.Meaning.Tables;

namespace Ematix.Oracle.Tests.Meaning;

/// <summary>Semantics §3: loads that provide some of the features; the others are carried from the version alive at the row's instant.</summary>
public sealed class FeatureSetTests
{
    private static readonly LoadOptions OnlyFirst = new() { FeatureSet = [First] };
    private static readonly LoadOptions OnlySecond = new() { FeatureSet = [Second] };

    [Fact]
    public void Sets_share_one_timeline()
    {
        var table = Events();
        table.Load([Event("k", 10, "a", "!")], 100, OnlyFirst);
        table.Load([Event("k", 20, "!", "x")], 101, OnlySecond);
        table.Load([Event("k", 30, "b", "!")], 102, OnlyFirst);

        Assert.Equal("a/NULL[10,20)next a/x[20,30)next b/x[30,)", Lines.Of(table));
    }

    [Fact]
    public void Rows_of_one_batch_carry_from_each_other_in_time_order()
    {
        var table = Events();
        table.Load([Event("k", 10, "a", "x")], 100);
        table.Load([Event("k", 30, "c", "!"), Event("k", 20, "b", "!")], 101, OnlyFirst);

        Assert.Equal("a/x[10,20)next b/x[20,30)next c/x[30,)", Lines.Of(table));
    }

    [Fact]
    public void A_row_at_the_newest_start_carries_from_the_version_that_it_replaces()
    {
        var table = Events();
        table.Load([Event("k", 10, "a", "!")], 100, OnlyFirst);
        Assert.Equal(new LoadCounts { RowsRead = 1, Inserted = 1, Closed = 1 }, table.Load([Event("k", 10, "!", "x")], 101, OnlySecond).Counts);
        Assert.Equal(new LoadCounts { RowsRead = 1, Unchanged = 1 }, table.Load([Event("k", 10, "a", "!")], 102, OnlyFirst).Counts);

        Assert.Equal("a/NULL[10,10)next a/x[10,)", Lines.Of(table));
    }

    [Theory]
    [InlineData(60, "a/x[10,60)next b/x[60,)")]
    [InlineData(61, "a/x[10,61)next b/NULL[61,)")]
    public void Nothing_is_carried_from_a_version_that_is_dead(long at, string history)
    {
        var table = Events(ttl: 50);
        table.Load([Event("k", 10, "a", "x")], 20);
        table.Load([Event("k", at, "b", "!")], 62, OnlyFirst);

        Assert.Equal(history, Lines.Of(table));
    }

    [Fact]
    public void Nothing_is_carried_from_a_version_that_a_load_ended_by_its_own_time_to_live()
    {
        var table = Events(ttl: 50);
        table.Load([Event("k", 10, "a", "x")], 20);
        table.Load([], 30, new LoadOptions { Ttl = 5 });
        table.Load([Event("k", 40, "b", "!")], 41, OnlyFirst);

        Assert.Equal("a/x[10,30)ttl b/NULL[40,)", Lines.Of(table));
    }

    [Fact]
    public void Late_rows_of_any_set_are_rejected_or_skipped()
    {
        var table = Events();
        table.Load([Event("k", 20, "a", "!")], 100, OnlyFirst);

        Assert.True(table.Load([Event("k", 10, "!", "x")], 101, OnlySecond).IsRefused);
        Assert.Equal(1, table.Load([Event("k", 10, "!", "x")], 101, OnlySecond with { Late = Late.Skip }).Counts!.Skipped);
    }

    [Fact]
    public void Snapshots_carry_from_the_current_version()
    {
        var table = Snapshots();
        table.Load([Row("k", "a", "!")], 10, OnlyFirst);
        table.Load([Row("k", "!", "x")], 20, OnlySecond);
        table.Load([Row("k", "b", "!")], 30, OnlyFirst);
        Assert.Equal(1, table.Load([Row("k", "b", "?")], 40, OnlyFirst).Counts!.Unchanged);

        Assert.Equal("a/NULL[10,20)next a/x[20,30)next b/x[30,)", Lines.Of(table));
    }

    [Fact]
    public void Rows_that_differ_in_what_is_not_provided_are_duplicates()
    {
        Assert.Equal(1, Snapshots().Load([Row("k", "a", "!"), Row("k", "a", "?")], 10, OnlyFirst).Counts!.Duplicates);
    }

    [Theory]
    [InlineData(30, "a/x[10,)")]
    [InlineData(36, "a/x[10,36)renewal a/x[36,)")]
    [InlineData(60, "a/x[10,60)renewal a/x[60,)")]
    [InlineData(61, "a/x[10,61)renewal a/NULL[61,)")]
    public void A_renewal_carries_what_is_alive(long loadedAt, string history)
    {
        var table = Snapshots(ttl: 50);
        table.Load([Row("k", "a", "x")], 10);
        table.Load([Row("k", "a", "!")], loadedAt, OnlyFirst);

        Assert.Equal(history, Lines.Of(table));
    }
}
