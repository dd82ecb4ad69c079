using Ematix.Model;
using Ematix.Planning;

namespace Ematix.Tests.Planning;

/// <summary>Which source types pass for which columns.</summary>
public sealed class SourceColumnsTests
{
    [Theory]
    [InlineData(ColumnKind.Int64, "bigint", true)]
    [InlineData(ColumnKind.Int64, "integer", true)]
    [InlineData(ColumnKind.Int64, "smallint", true)]
    [InlineData(ColumnKind.Int32, "bigint", false)]
    [InlineData(ColumnKind.Int16, "integer", false)]
    [InlineData(ColumnKind.Int64, "numeric", false)]
    [InlineData(ColumnKind.Text, "text", true)]
    [InlineData(ColumnKind.Text, "character varying(20)", true)]
    [InlineData(ColumnKind.Text, "character varying", true)]
    [InlineData(ColumnKind.Text, "character(3)", false)]
    [InlineData(ColumnKind.Text, "name", false)]
    [InlineData(ColumnKind.Enum, "text", true)]
    [InlineData(ColumnKind.Numeric, "numeric", true)]
    [InlineData(ColumnKind.Numeric, "numeric(38,10)", true)]
    [InlineData(ColumnKind.Numeric, "bigint", false)]
    [InlineData(ColumnKind.Double, "double precision", true)]
    [InlineData(ColumnKind.Double, "real", false)]
    [InlineData(ColumnKind.Instant, "timestamp with time zone", true)]
    [InlineData(ColumnKind.Instant, "timestamp(3) with time zone", true)]
    [InlineData(ColumnKind.Instant, "timestamp without time zone", false)]
    [InlineData(ColumnKind.Time, "time without time zone", true)]
    [InlineData(ColumnKind.Time, "time with time zone", false)]
    [InlineData(ColumnKind.Json, "jsonb", true)]
    [InlineData(ColumnKind.Json, "json", false)]
    public void A_type_passes_or_names_its_cast(ColumnKind kind, string given, bool passes)
    {
        var view = ExampleViews.UserFeatures with { Columns = [new() { Property = "X", Column = "x", Type = new(kind) { Precision = 4, Scale = 1 } }] };
        var differences = SourceColumns.Compare(view, [new("x", given)]);

        Assert.Equal(passes, differences.Count == 0);
        Assert.All(differences, difference => Assert.Contains("write \"x\"::", difference, StringComparison.Ordinal));
    }
}
