using System.Globalization;

namespace Ematix.Oracle.Tests.Meaning;

/// <summary>Semantics §3 and §6 for snapshot views.</summary>
public sealed class SnapshotModelTests
{
    private readonly OracleView _view = new([new("key", ValueKind.Text) { Role = ColumnRole.Key }, new("value", ValueKind.Text) { IsNullable = true }], null);

    [Fact]
    public void A_changed_row_closes_the_current_version_and_starts_one_at_the_load()
    {
        var table = OracleTable.Of(_view);
        table.Load([["k", "a"]], 10);
        var counts = table.Load([["k", "b"], ["l", "c"]], 20).Counts;

        Assert.Equal("a[10,20)next b[20,)", History(table));
        Assert.Equal(new LoadCounts { RowsRead = 2, Inserted = 2, Closed = 1 }, counts);
    }

    [Fact]
    public void An_unchanged_row_and_an_absent_key_stay_as_they_are()
    {
        var table = OracleTable.Of(_view);
        table.Load([["k", "a"], ["l", "b"]], 10);

        Assert.Equal(new LoadCounts { RowsRead = 1, Unchanged = 1 }, table.Load([["k", "a"]], 20).Counts);
        Assert.Equal("a[10,)", History(table));
        Assert.Equal("b[10,)", History(table, "l"));
    }

    [Fact]
    public void Identical_duplicates_collapse()
    {
        var table = OracleTable.Of(_view);

        Assert.Equal(new LoadCounts { RowsRead = 3, Duplicates = 2, Inserted = 1 }, table.Load([["k", null], ["k", null], ["k", null]], 10).Counts);
        Assert.Equal("NULL[10,)", History(table));
    }

    [Fact]
    public void Differing_duplicates_refuse_the_load()
    {
        var table = OracleTable.Of(_view);
        var refusal = Assert.Single(table.Load([["k", "a"], ["l", "b"], ["k", null], ["k", "c"]], 10).Refusals);

        Assert.Equal((RefusalKind.Duplicates, 1L), (refusal.Kind, refusal.Count));
        Assert.Equal([0, 2], refusal.Rows);
        Assert.Equal("", History(table, "l"));
    }

    [Theory]
    [InlineData(60, "a[10,)")]
    [InlineData(61, "a[10,61)renewal a[61,)")]
    [InlineData(110, "a[10,110)renewal a[110,)")]
    [InlineData(200, "a[10,200)renewal a[200,)")]
    public void An_unchanged_version_older_than_half_its_time_to_live_is_renewed(long loadedAt, string history)
    {
        var table = OracleTable.Of(_view with { Ttl = 100 });
        table.Load([["k", "a"]], 10);
        var counts = table.Load([["k", "a"]], loadedAt).Counts!;

        Assert.Equal(history, History(table));
        var renewed = history.Contains("renewal", StringComparison.Ordinal) ? 1 : 0;
        Assert.Equal(new LoadCounts { RowsRead = 1, Unchanged = 1, Inserted = renewed, Closed = renewed, Renewed = renewed }, counts);
    }

    [Theory]
    [InlineData(11, false)]
    [InlineData(12, true)]
    public void Half_of_an_odd_time_to_live_is_no_whole_microsecond(long loadedAt, bool isRenewed)
    {
        var table = OracleTable.Of(_view with { Ttl = 3 });
        table.Load([["k", "a"]], 10);

        Assert.Equal(isRenewed ? 1 : 0, table.Load([["k", "a"]], loadedAt).Counts!.Renewed);
    }

    [Fact]
    public void A_key_that_was_gone_and_comes_back_starts_a_new_version_and_the_gap_stays()
    {
        var table = OracleTable.Of(_view with { Ttl = 100 });
        table.Load([["k", "a"]], 10);
        Assert.Equal(new LoadCounts { Expired = 1 }, table.Load([], 111).Counts);
        var counts = table.Load([["k", "a"]], 200).Counts;

        Assert.Equal("a[10,111)ttl a[200,)", History(table));
        Assert.Equal(new LoadCounts { RowsRead = 1, Inserted = 1 }, counts);
    }

    [Fact]
    public void A_version_is_not_ended_at_its_time_to_live_but_after_it()
    {
        var table = OracleTable.Of(_view with { Ttl = 100 });
        table.Load([["k", "a"]], 10);

        Assert.Equal(0, table.Load([], 110).Counts!.Expired);
    }

    private static string History(OracleTable table, string key = "k") => string.Join(" ", table.History(new RowKey([key])).Select(version => string.Create(
        CultureInfo.InvariantCulture, $"{version.Values[1] ?? "NULL"}[{version.From},{(version.To is { } to ? to.ToString(CultureInfo.InvariantCulture) : "")}){version.ClosedBy?.ToString().ToLowerInvariant()}")));
}
