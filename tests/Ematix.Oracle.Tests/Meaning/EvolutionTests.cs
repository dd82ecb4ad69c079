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
}
