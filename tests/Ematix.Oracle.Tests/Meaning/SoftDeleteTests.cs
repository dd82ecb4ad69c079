using static Ematix.Oracle.Tests.Meaning.Tables;

namespace Ematix.Oracle.Tests.Meaning;

/// <summary>Semantics §3: keys that a snapshot's source no longer has.</summary>
public sealed class SoftDeleteTests
{
    private static readonly LoadOptions Delete = new() { DeletesAbsent = true };

    [Fact]
    public void An_absent_key_is_closed_at_the_load_and_one_that_comes_back_starts_anew_after_a_gap()
    {
        var table = Snapshots();
        table.Load([Row("k"), Row("l")], 10);
        Assert.Equal(new LoadCounts { RowsRead = 1, Unchanged = 1, Deleted = 1 }, table.Load([Row("l")], 20, Delete).Counts);
        Assert.Equal(new LoadCounts { RowsRead = 2, Unchanged = 1, Inserted = 1 }, table.Load([Row("k"), Row("l")], 30, Delete).Counts);

        Assert.Equal("a/x[10,20)delete a/x[30,)", Lines.Of(table));
        Assert.Null(table.PointInTime(new RowKey(["k"]), 29));
    }

    [Fact]
    public void Without_the_option_an_absent_key_stays()
    {
        var table = Snapshots();
        table.Load([Row("k"), Row("l")], 10);
        table.Load([Row("l")], 20);

        Assert.Equal("a/x[10,)", Lines.Of(table));
    }

    [Fact]
    public void A_key_that_is_gone_already_is_not_deleted_again()
    {
        var table = Snapshots();
        table.Load([Row("k"), Row("l")], 10);
        table.Load([Row("l")], 20, Delete);

        Assert.Equal(0, table.Load([Row("l")], 30, Delete).Counts!.Deleted);
        Assert.Equal("a/x[10,20)delete", Lines.Of(table));
    }

    [Theory]
    [InlineData(60, "a/x[10,60)delete", 1, 0)]
    [InlineData(61, "a/x[10,61)ttl", 0, 1)]
    public void A_key_that_is_dead_by_its_time_to_live_is_not_deleted_but_expires(long loadedAt, string history, long deleted, long expired)
    {
        var table = Snapshots(ttl: 50);
        table.Load([Row("k"), Row("l")], 10);
        var counts = table.Load([Row("l")], loadedAt, Delete).Counts!;

        Assert.Equal((deleted, expired), (counts.Deleted, counts.Expired));
        Assert.Equal(history, Lines.Of(table));
    }

    [Theory]
    [InlineData(0.5, 2, true)]
    [InlineData(0.5, 3, false)]
    [InlineData(0, 1, false)]
    [InlineData(1, 4, true)]
    public void More_than_the_greatest_share_of_the_keys_refuses_the_load(double fraction, int gone, bool isDone)
    {
        var table = Snapshots();
        object?[][] rows = [Row("k"), Row("l"), Row("m"), Row("n"), Row("o")];
        table.Load(rows[..4], 10);
        var outcome = table.Load(rows[gone..], 20, Delete with { MaxDeleteFraction = fraction });

        Assert.Equal(isDone, !outcome.IsRefused);
        Assert.Equal(isDone ? "a/x[10,20)delete" : "a/x[10,)", Lines.Of(table));
        if (!isDone)
            Assert.Equal((RefusalKind.Deletes, gone), (outcome.Refusals[0].Kind, outcome.Refusals[0].Count));
    }

    [Fact]
    public void Keys_that_are_dead_count_on_neither_side_of_the_share()
    {
        var table = Snapshots(ttl: 50);
        table.Load([Row("k"), Row("l")], 10);
        table.Load([Row("m"), Row("n")], 50);

        Assert.Equal(RefusalKind.Deletes, Assert.Single(table.Load([Row("o")], 70, Delete).Refusals).Kind);
        Assert.Equal(1, table.Load([Row("m")], 70, Delete).Counts!.Deleted);
    }

    [Fact]
    public void An_empty_source_that_would_close_something_refuses_the_load_unless_it_is_allowed()
    {
        var table = Snapshots();
        Assert.False(table.Load([], 5, Delete).IsRefused);
        table.Load([Row("k"), Row("l")], 10);

        Assert.True(table.Load([], 20, Delete with { MaxDeleteFraction = 1 }).IsRefused);
        Assert.Equal(2, table.Load([], 20, Delete with { AllowsEmptySource = true }).Counts!.Deleted);
    }
}
