using System.Globalization;
using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Planning.Training;

/// <summary>The types to give to fields of record batches.</summary>
internal sealed class ArrowRemedies : SpineRemedies
{
    public override string Zone(string asOf) => "give its field a TimestampType with a zone, such as UTC";

    public override string Instant(string asOf) => Zone(asOf);

    public override string Cast(string column, ColumnType type) => $"make it a column of Arrow type {NameOf(type)}";

    private static string NameOf(ColumnType type) => type.Kind switch
    {
        ColumnKind.Boolean => "bool",
        ColumnKind.Int16 => "int16",
        ColumnKind.Int32 => "int32",
        ColumnKind.Int64 => "int64",
        ColumnKind.Single => "float",
        ColumnKind.Double => "double",
        ColumnKind.Numeric => string.Format(CultureInfo.InvariantCulture, "decimal128({0},{1})", type.Precision, type.Scale),
        ColumnKind.Text or ColumnKind.Enum or ColumnKind.Json => "utf8",
        ColumnKind.Instant => "timestamp with a zone, such as UTC",
        ColumnKind.Date => "date32",
        ColumnKind.Time => "time64",
        ColumnKind.Interval => "duration",
        ColumnKind.Uuid => "fixed_size_binary(16)",
        ColumnKind.Bytes => "binary",
        _ => TypeMap.Declared(type),
    };
}
