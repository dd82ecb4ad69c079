using static Ematix.Oracle.Tests.Meaning.Tables;

namespace Ematix.Oracle.Tests.Meaning;

/// <summary>Semantics §4: tables that keep no history.</summary>
public sealed class RowModeTests
{
    [Fact]
    public void Append_keeps_every_row()
    {
        var table = Rows(TableMode.Append);
        table.Load([Row("k"), Row("k")], 10, LoadOptions.Default);
        Assert.Equal(new LoadCounts { RowsRead = 1, Inserted = 1 }, table.Load([Row("k", "b")], 20, LoadOptions.Default).Counts);

        Assert.Equal("k:a/x@10 k:a/x@10 k:b/x@20", Lines.Of(table));
    }

    [Fact]
    public void Truncate_replaces_the_rows()
    {
        var table = Rows(TableMode.Truncate);
        table.Load([Row("k"), Row("l")], 10, LoadOptions.Default);
        Assert.True(table.Load([Row("k"), Row("k", "b")], 20, LoadOptions.Default).IsRefused);
        var counts = table.Load([Row("m"), Row("m")], 20, LoadOptions.Default).Counts;

        Assert.Equal(new LoadCounts { RowsRead = 2, Duplicates = 1, Deleted = 2, Inserted = 1 }, counts);
        Assert.Equal("m:a/x@20", Lines.Of(table));
    }

    [Fact]
    public void Merge_brings_rows_up_to_date_and_leaves_unchanged_ones_alone()
    {
        var table = Rows(TableMode.Merge);
        table.Load([Row("k"), Row("l")], 10, LoadOptions.Default);
        var counts = table.Load([Row("k", "b"), Row("l"), Row("m")], 20, LoadOptions.Default).Counts;

        Assert.Equal(new LoadCounts { RowsRead = 3, Unchanged = 1, Updated = 1, Inserted = 1 }, counts);
        Assert.Equal("k:b/x@20 l:a/x@10 m:a/x@20", Lines.Of(table));
    }

    [Fact]
    public void Update_columns_narrow_what_changes_in_a_row_that_exists_and_no_other()
    {
        var (table, options) = (Rows(TableMode.Merge), new LoadOptions { Updated = [Second] });
        table.Load([Row("k"), Row("l")], 10, LoadOptions.Default);
        table.Load([Row("k", "b", "y"), Row("l", "b", "x"), Row("m", "b", "y")], 20, options);

        Assert.Equal("k:a/y@20 l:a/x@10 m:b/y@20", Lines.Of(table));
    }

    [Theory]
    [InlineData(9, "k:a/x@100")]
    [InlineData(10, "k:b/x@110")]
    [InlineData(11, "k:b/x@110")]
    public void An_older_event_never_overwrites_a_newer_one(long at, string rows)
    {
        var table = Rows(TableMode.Merge, hasEventTime: true);
        table.Load([Event("k", 10, "a")], 100, LoadOptions.Default);
        var counts = table.Load([Event("k", at, "b")], 110, LoadOptions.Default).Counts!;

        Assert.Equal(rows, Lines.Of(table));
        Assert.Equal(1, counts.Unchanged + counts.Updated);
    }

    [Fact]
    public void Of_a_batch_the_newest_event_counts_and_of_tied_ones_the_last()
    {
        var table = Rows(TableMode.Merge, hasEventTime: true);
        var counts = table.Load([Event("k", 20, "b"), Event("k", 20, "c"), Event("k", 10, "a")], 100, LoadOptions.Default).Counts;

        Assert.Equal(new LoadCounts { RowsRead = 3, Duplicates = 2, Inserted = 1 }, counts);
        Assert.Equal("k:c/x@100", Lines.Of(table));
    }

    [Fact]
    public void Differing_rows_that_nothing_orders_refuse_the_load()
    {
        Assert.Equal(RefusalKind.Duplicates, Assert.Single(Rows(TableMode.Merge).Load([Row("k"), Row("k", "b")], 10, LoadOptions.Default).Refusals).Kind);
    }

    [Fact]
    public void Hard_deletes_remove_absent_keys_with_the_guards_of_soft_ones()
    {
        var (table, options) = (Rows(TableMode.Merge), new LoadOptions { DeletesAbsent = true });
        table.Load([Row("k"), Row("l")], 10, LoadOptions.Default);

        Assert.Equal((RefusalKind.Deletes, 2L), (table.Load([Row("m")], 20, options).Refusals[0].Kind, table.Load([], 20, options).Refusals[0].Count));
        Assert.Equal(1, table.Load([Row("l")], 20, options).Counts!.Deleted);
        Assert.Equal("l:a/x@10", Lines.Of(table));
    }

    [Fact]
    public void A_row_answers_whatever_its_age() => Assert.Equal("a", Loaded().Online(new RowKey(["k"]), Micros.Last)?[First]);

    private static OracleTarget Loaded()
    {
        var table = Rows(TableMode.Merge);
        table.Load([Row("k")], 10, LoadOptions.Default);
        return table;
    }
}
