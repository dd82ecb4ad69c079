using Npgsql;

namespace Ematix.Oracle.Tests;

/// <summary>Reads stored values past the product, for tables that it has no read of.</summary>
internal static class StoredRow
{
    /// <summary>The view's columns, which stand first in the row.</summary>
    public static object?[] Read(ViewSpec spec, NpgsqlDataReader reader) =>
        [.. spec.Columns.Select((column, i) => reader.IsDBNull(i) ? null : Values.Stored(column.Column, Value(column.Column, reader, i)))];

    private static object Value(OracleColumn column, NpgsqlDataReader reader, int place) => column.Kind switch
    {
        ValueKind.Int16 => reader.GetInt16(place),
        ValueKind.Int32 => reader.GetInt32(place),
        ValueKind.Int64 => reader.GetInt64(place),
        ValueKind.Double => reader.GetDouble(place),
        ValueKind.Numeric => reader.GetDecimal(place),
        ValueKind.Text => reader.GetString(place),
        ValueKind.Instant => reader.GetFieldValue<DateTimeOffset>(place),
        _ => throw new NotSupportedException($"Column {column.Name} is of a kind that no view without history has here: {column.Kind}."),
    };
}
