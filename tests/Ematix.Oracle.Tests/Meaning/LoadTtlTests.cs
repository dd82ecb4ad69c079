using static Ematix.Oracle.Tests.Meaning.Tables;

namespace Ematix.Oracle.Tests.Meaning;

/// <summary>Semantics §3 and §6: a load's own time to live decides what it ends, and never ends what its source confirms.</summary>
public sealed class LoadTtlTests
{
    [Theory]
    [InlineData(20, "a/x[10,)")]
    [InlineData(21, "a/x[10,21)renewal a/x[21,)")]
    [InlineData(31, "a/x[10,31)renewal a/x[31,)")]
    [InlineData(200, "a/x[10,200)renewal a/x[200,)")]
    public void An_unchanged_version_older_than_half_the_loads_own_time_to_live_is_renewed(long loadedAt, string history)
    {
        foreach (var ttl in new long?[] { null, 100 })
        {
            var (table, options) = (Snapshots(ttl), new LoadOptions { Ttl = 20 });
            table.Load([Row("k")], 10);
            var counts = table.Load([Row("k")], loadedAt, options).Counts!;

            Assert.Equal((history, 0L), (Lines.Of(table), counts.Expired));
            Assert.Equal(new LoadCounts { RowsRead = 1, Unchanged = 1 }, table.Load([Row("k")], loadedAt + 1, new LoadOptions { Ttl = 1000 }).Counts);
        }
    }

    [Fact]
    public void The_same_source_again_changes_nothing()
    {
        var (table, options) = (Snapshots(ttl: 100), new LoadOptions { Ttl = 20 });
        table.Load([Row("k"), Row("gone")], 10, options);
        var counts = table.Load([Row("k")], 40, options).Counts;

        Assert.Equal(new LoadCounts { RowsRead = 1, Unchanged = 1, Renewed = 1, Inserted = 1, Closed = 1, Expired = 1 }, counts);
        Assert.Equal(new LoadCounts { RowsRead = 1, Unchanged = 1 }, table.Load([Row("k")], 41, options).Counts);
        Assert.Equal("a/x[10,40)ttl", Lines.Of(table, "gone"));
    }

    [Theory]
    [InlineData(60, "a/x[10,)")]
    [InlineData(61, "a/x[10,61)renewal a/x[61,)")]
    public void A_longer_time_to_live_than_the_views_renews_no_less(long loadedAt, string history)
    {
        var table = Snapshots(ttl: 100);
        table.Load([Row("k")], 10);
        table.Load([Row("k")], loadedAt, new LoadOptions { Ttl = 1000 });

        Assert.Equal(history, Lines.Of(table));
    }

    [Fact]
    public void A_longer_time_to_live_than_the_views_ends_less()
    {
        var table = Snapshots(ttl: 100);
        table.Load([Row("k")], 10);
        table.Load([], 200, new LoadOptions { Ttl = 190 });

        Assert.Equal("a/x[10,)", Lines.Of(table));
    }

    [Fact]
    public void What_is_renewed_carries_what_is_alive_by_the_views_time_to_live()
    {
        var (table, options) = (Snapshots(ttl: 100), new LoadOptions { Ttl = 20, FeatureSet = [First] });
        table.Load([Row("k")], 10);
        table.Load([Row("k")], 60, options);
        table.Load([Row("k")], 161, options);

        Assert.Equal("a/x[10,60)renewal a/x[60,161)renewal a/NULL[161,)", Lines.Of(table));
    }
}
