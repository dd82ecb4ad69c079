using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Planning.Training;

/// <summary>SQL to write in the spine's query.</summary>
internal sealed class QueryRemedies : SpineRemedies
{
    public override string Zone(string asOf) => $"write {Identifier.Quote(asOf)} AT TIME ZONE 'UTC' (or the zone it was taken in)";

    public override string Instant(string asOf) => $"write an instant, such as {Identifier.Quote(asOf)}::timestamp AT TIME ZONE 'UTC'";

    public override string Cast(string column, ColumnType type) => $"write {Identifier.Quote(column)}::{TypeMap.Declared(type)}";

    public override string? Place(SourceColumn column) => $"write {SpineTypes.Remedy(column)}";
}
