using static Ematix.Oracle.Tests.Meaning.Tables;

namespace Ematix.Oracle.Tests.Meaning;

/// <summary>Semantics §5: a column that is added is NULL in what is there, and makes no version by itself.</summary>
public sealed class EvolutionTests
{
    [Fact]
    public void A_column_is_added_where_the_view_has_it()
    {
        foreach (var table in new[] { Snapshots(), Events() })
        {
            OracleColumn added = new("new", ValueKind.Text) { IsNullable = true };
            object?[] row = table.View.EventTime is null ? Row("k") : Event("k", 5);
            table.Load([row], 10);
            table.Evolve(new OracleView([table.View.Columns[0], added, .. table.View.Columns.Skip(1)], null), new Dictionary<string, string>());

            Assert.Equal(1, table.Load([[row[0], null, .. row.Skip(1)]], 20).Counts!.Unchanged);
            Assert.StartsWith("NULL/a/x[", Lines.Of(table), StringComparison.Ordinal);
            Assert.Equal(1, table.Load([[row[0], "n", .. row.Skip(1)]], 30).Counts!.Inserted);
        }
    }

    [Fact]
    public void A_renamed_column_keeps_its_values()
    {
        var table = Snapshots();
        table.Load([Row("k")], 10);
        var columns = table.View.Columns;
        table.Evolve(new OracleView([columns[0], columns[2], columns[1] with { Name = "renamed" }], null), new Dictionary<string, string> { ["renamed"] = "first" });

        Assert.Equal("x/a[10,)", Lines.Of(table));
    }

    [Theory]
    [InlineData(ValueKind.Int16, ValueKind.Int64, (short)-7, -7L)]
    [InlineData(ValueKind.Int16, ValueKind.Int32, short.MinValue, -32_768)]
    [InlineData(ValueKind.Int32, ValueKind.Int64, int.MaxValue, 2_147_483_647L)]
    [InlineData(ValueKind.Single, ValueKind.Double, 0.1f, 0.10000000149011612)]
    [InlineData(ValueKind.Single, ValueKind.Double, float.NaN, double.NaN)]
    public void A_value_in_a_wider_column_is_the_same_and_makes_no_version(ValueKind narrow, ValueKind wide, object before, object after)
    {
        OracleColumn key = new("key", ValueKind.Text) { Role = ColumnRole.Key };
        var table = OracleTable.Of(new OracleView([key, new("value", narrow) { IsNullable = true }, new("many", narrow) { IsNullable = true, IsArray = true }], null));
        table.Load([["k", before, new[] { before }], ["l", null, null]], 10);
        table.Evolve(new OracleView([key, new("value", wide) { IsNullable = true }, new("many", wide) { IsNullable = true, IsArray = true }], null), new Dictionary<string, string>());

        Assert.Equal(2, table.Load([["k", after, new[] { after }], ["l", null, null]], 20).Counts!.Unchanged);
    }
}
