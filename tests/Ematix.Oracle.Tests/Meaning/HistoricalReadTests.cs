using static Ematix.Oracle.Tests.Meaning.Tables;

namespace Ematix.Oracle.Tests.Meaning;

/// <summary>Semantics §7: the features of a spine row.</summary>
public sealed class HistoricalReadTests
{
    private static readonly HistoricalRead Read = new();
    private static readonly HistoricalRead Before = new() { IsBefore = true };

    [Theory]
    [InlineData(9, null, null)]
    [InlineData(10, "a", null)]
    [InlineData(11, "a", "a")]
    [InlineData(20, "b", "a")]
    [InlineData(21, "b", "b")]
    [InlineData(70, "b", "b")]
    [InlineData(71, null, null)]
    public void Starts_at_or_before_the_as_of_count_or_only_those_before_it(long asOf, string? atOrBefore, string? before)
    {
        Assert.Equal(atOrBefore, First(Read, Loaded(), asOf));
        Assert.Equal(before, First(Before, Loaded(), asOf));
    }

    [Theory]
    [InlineData(23, "b")]
    [InlineData(24, null)]
    public void A_read_may_shorten_the_time_to_live(long asOf, string? expected) => Assert.Equal(expected, First(Read with { Ttl = 3 }, Loaded(), asOf));

    [Fact]
    public void Nothing_in_the_key_or_the_as_of_gives_nothing()
    {
        Assert.Null(Read.Answer(Loaded(), ["k"], null));
        Assert.Null(Read.Answer(Loaded(), [null], 20));
        Assert.Null(Read.Answer(Loaded(), ["l"], 20));
    }

    [Theory]
    [InlineData(19, "a", "a")]
    [InlineData(20, null, "a")]
    [InlineData(21, null, null)]
    [InlineData(30, "a", null)]
    public void A_deleted_key_has_no_features_until_it_is_back(long asOf, string? atOrBefore, string? before)
    {
        Assert.Equal(atOrBefore, First(Read, Deleted(), asOf));
        Assert.Equal(before, First(Before, Deleted(), asOf));
    }

    [Fact]
    public void A_read_agrees_with_a_point_in_time_read()
    {
        foreach (var table in new[] { Loaded(), Deleted() })
        {
            for (var asOf = 0; asOf < 120; asOf++)
                Assert.Same(table.PointInTime(new RowKey(["k"]), asOf), Read.Answer(table, ["k"], asOf));
        }
    }

    private static string? First(HistoricalRead read, OracleTable table, long asOf) => (string?)read.Answer(table, ["k"], asOf)?[Tables.First];

    private static OracleTable Loaded()
    {
        var table = Events(ttl: 50);
        table.Load([Event("k", 10, "a"), Event("k", 20, "b")], 60);
        return table;
    }

    private static OracleTable Deleted()
    {
        var (table, options) = (Snapshots(), new LoadOptions { DeletesAbsent = true });
        table.Load([Row("k"), Row("l")], 10);
        table.Load([Row("l")], 20, options);
        table.Load([Row("k"), Row("l")], 30, options);
        return table;
    }
}
