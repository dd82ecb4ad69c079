using Ematix.Model;

namespace Ematix.Planning.Training;

/// <summary>The same SQL, in a query that reads the table.</summary>
internal sealed class TableRemedies : SpineRemedies
{
    public override string Zone(string asOf) => InQuery(Query.Zone(asOf));

    public override string Instant(string asOf) => InQuery(Query.Instant(asOf));

    public override string Cast(string column, ColumnType type) => InQuery(Query.Cast(column, type));

    public override string? Place(SourceColumn column) => InQuery(Query.Place(column)!);

    private static string InQuery(string remedy) => $"read the table with Spine.Sql, and {remedy}";
}
