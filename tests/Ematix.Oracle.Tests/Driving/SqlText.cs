using System.Globalization;

namespace Ematix.Oracle.Tests;

/// <summary>Source values as SQL literals of the column's type.</summary>
internal static class SqlText
{
    public static string Type(OracleColumn column, bool isNarrow) => (column.Kind switch
    {
        ValueKind.Boolean => "boolean",
        ValueKind.Int16 => "smallint",
        ValueKind.Int32 => isNarrow && !column.IsArray ? "smallint" : "integer",
        ValueKind.Int64 => isNarrow && !column.IsArray ? "integer" : "bigint",
        ValueKind.Single => "real",
        ValueKind.Double => "double precision",
        ValueKind.Numeric => isNarrow ? "numeric(100,30)" : "numeric",
        ValueKind.Text or ValueKind.Enum => isNarrow ? "character varying" : "text",
        ValueKind.Instant => "timestamptz",
        ValueKind.Date => "date",
        ValueKind.Time => "time",
        ValueKind.Interval => "interval",
        ValueKind.Uuid => "uuid",
        ValueKind.Bytes => "bytea",
        _ => "jsonb",
    }) + (column.IsArray ? "[]" : "");

    public static string Literal(OracleColumn column, object? value, bool isNarrow)
    {
        var type = Type(column, isNarrow);
        return value switch
        {
            null => $"NULL::{type}",
            Unstorable wrong => $"({wrong.Sql})::{type}",
            object?[] elements when column.IsArray => $"ARRAY[{string.Join(", ", elements.Select(element => Literal(column with { IsArray = false }, element, isNarrow: false)))}]::{type}",
            _ => $"{Quoted(Text(value))}::{type}",
        };
    }

    /// <summary>Whether the narrow type of a column can hold a value.</summary>
    public static bool IsNarrow(object? value) => value switch
    {
        int number => number is >= short.MinValue and <= short.MaxValue,
        long number => number is >= int.MinValue and <= int.MaxValue,
        object?[] elements => elements.All(IsNarrow),
        _ => true,
    };

    public static string Identifier(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    public static string Quoted(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    public static string Instant(long micros)
    {
        var text = Micros.ToInstant(micros).ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
        return text + "+00";
    }

    private static string Text(object value) => value switch
    {
        DateTimeOffset instant => Instant(Micros.Floor(instant)),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        TimeSpan duration => Interval(Micros.Of(duration)),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        byte[] bytes => "\\x" + Convert.ToHexStringLower(bytes),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Interval(long micros)
    {
        var (seconds, rest) = Math.DivRem(Math.Abs(micros), Micros.Second);
        return string.Create(CultureInfo.InvariantCulture, $"{(micros < 0 ? "-" : "")}{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}.{rest:000000}");
    }
}
