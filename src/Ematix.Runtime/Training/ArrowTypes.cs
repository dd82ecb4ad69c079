using System.Globalization;
using Apache.Arrow.Types;

namespace Ematix.Training;

/// <summary>Arrow types by the names of the column types that hold all their values; others by their own name, which no column type has.</summary>
internal static class ArrowTypes
{
    public static string NameOf(IArrowType type) => type switch
    {
        BooleanType => "boolean",
        Int8Type or UInt8Type or Int16Type => "smallint",
        UInt16Type or Int32Type => "integer",
        UInt32Type or Int64Type => "bigint",
        Decimal128Type numeric => string.Create(CultureInfo.InvariantCulture, $"numeric({numeric.Precision},{numeric.Scale})"),
        StringType => "text",
        TimestampType { Timezone: { Length: > 0 } } => "timestamp with time zone",
        TimestampType => "timestamp without time zone",
        Date32Type or Date64Type => "date",
        Time32Type or Time64Type => "time without time zone",
        FixedSizeBinaryType { ByteWidth: 16 } => "uuid",
        FloatType => "real",
        DoubleType => "double precision",
        BinaryType => "bytea",
        _ => "Arrow " + type.Name,
    };
}
