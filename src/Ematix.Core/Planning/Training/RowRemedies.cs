using Ematix.Model;

namespace Ematix.Planning.Training;

/// <summary>Typed rows have the types of the views that the service was compiled with.</summary>
internal sealed class RowRemedies : SpineRemedies
{
    private const string Compile = "compile the service anew, with the view as it is now";

    public override string Zone(string asOf) => Compile;

    public override string Instant(string asOf) => Compile;

    public override string Cast(string column, ColumnType type) => Compile;
}
