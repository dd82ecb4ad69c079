using System.Globalization;

namespace Ematix.Oracle.Tests;

/// <summary>Values of a wider column, cut to what a narrower one holds: equal values to equal ones.</summary>
internal static class Narrowed
{
    public static object? To(OracleColumn column, object? value) => (column.Kind, value) switch
    {
        (_, object?[] elements) when column.IsArray => Array.ConvertAll(elements, element => To(column with { IsArray = false }, element)),
        (ValueKind.Int16, int or long) => unchecked((short)Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        (ValueKind.Int32, long number) => unchecked((int)number),
        (ValueKind.Single, double number) => (float)number,
        (ValueKind.Numeric, decimal number) => number % new decimal(Math.Pow(10, column.Digits.Precision - column.Digits.Scale)),
        (ValueKind.Text, string text) when column.MaxLength is { } max => string.Concat(text.EnumerateRunes().Take(max)),
        _ => value,
    };
}
