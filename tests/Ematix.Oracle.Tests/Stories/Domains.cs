namespace Ematix.Oracle.Tests;

/// <summary>Few values of each type, with traps of equality among them, so that equal and changed values are frequent.</summary>
internal static class Domains
{
    private static readonly Dictionary<ValueKind, object[]> Plain = new()
    {
        [ValueKind.Boolean] = [false, true],
        [ValueKind.Int16] = [(short)0, (short)-1, short.MaxValue, short.MinValue],
        [ValueKind.Int32] = [0, 1, 12, 123, 23, -1, int.MaxValue, int.MinValue],
        [ValueKind.Int64] = [0L, 1L, 12L, -1L, long.MaxValue, long.MinValue],
        [ValueKind.Single] = [0f, -0f, float.NaN, 1.5f, float.PositiveInfinity, float.Epsilon, -float.NaN],
        [ValueKind.Double] = [0d, -0d, double.NaN, 0.1 + 0.2, 0.3, double.NegativeInfinity, double.Epsilon, -double.NaN],
        [ValueKind.Text] = ["", " ", "a", "A", "ab", "abc", "b", "bc", "c", "a ", "é", "e\u0301", "ß", "ss", "SS", "I", "ı", "a|b", "'", "\\", "\"", "{}", "NULL", "\n", "😀", "\uFFFD"],
        [ValueKind.Date] = [DateOnly.MinValue, new DateOnly(1999, 12, 31), new DateOnly(2000, 1, 1), DateOnly.MaxValue],
        [ValueKind.Time] = [TimeOnly.MinValue, new TimeOnly(9), TimeOnly.MaxValue, new TimeOnly(TimeOnly.MaxValue.Ticks - 9), new TimeOnly(TimeOnly.MaxValue.Ticks - 10)],
        [ValueKind.Interval] = [TimeSpan.Zero, TimeSpan.FromTicks(-1), TimeSpan.FromTicks(-10), TimeSpan.FromDays(30), TimeSpan.FromTicks(9), TimeSpan.MaxValue, TimeSpan.MinValue],
        [ValueKind.Uuid] = [Guid.Empty, new Guid("00000000-0000-0000-0000-000000000001"), new Guid("10000000-0000-0000-0000-000000000000"), Guid.AllBitsSet],
        [ValueKind.Bytes] = [Array.Empty<byte>(), new byte[] { 0 }, new byte[] { 0, 0 }, new byte[] { 255, 92, 39 }],
        [ValueKind.Json] = ["null", "1", "1.0", "1e0", "\"1\"", "{}", "[]", """{"a": 1, "b": [null]}""", """{"b":[null],"a":1.00}""", """{"a":1,"b":[0]}""", "[1,2]", "[2,1]", "true"],
        [ValueKind.Instant] =
        [
            DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddTicks(19), DateTimeOffset.MaxValue, new DateTimeOffset(1999, 12, 31, 23, 59, 59, TimeSpan.Zero).AddTicks(9_999_999),
            new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2000, 1, 1, 5, 30, 0, TimeSpan.FromHours(5.5)), new DateTimeOffset(1969, 12, 31, 23, 59, 59, TimeSpan.Zero).AddTicks(9_999_989),
        ],
    };

    /// <summary>Values that the column can hold, NULL apart; for an array, arrays of them.</summary>
    public static object[] Of(OracleColumn column)
    {
        var values = OfElement(column);
        if (!column.IsArray)
            return values;
        var (first, last) = (values[0], values[^1]);
        object?[][] arrays = [[], [first], [last], [first, last], [last, first], [last, last, last]];
        return column.HasNullableElements ? [.. arrays, new object?[] { null }, new object?[] { null, first }, new object?[] { first, null }] : arrays;
    }

    private static object[] OfElement(OracleColumn column) => column.Kind switch
    {
        ValueKind.Enum => [.. column.Members],
        ValueKind.Numeric => Numbers(column.Digits.Precision, column.Digits.Scale, column.Role == ColumnRole.Key),
        ValueKind.Text when column.MaxLength is { } max => [.. Plain[ValueKind.Text].Where(text => ((string)text).EnumerateRunes().Count() <= max)],
        _ => Plain[column.Kind],
    };

    /// <summary>A key is looked up by its source value, so that it must not need rounding.</summary>
    private static object[] Numbers(int precision, int scale, bool isKey)
    {
        var unit = new decimal(1, 0, 0, false, (byte)scale);
        var greatest = (decimal)((System.Numerics.BigInteger.Pow(10, precision) - 1)) * unit;
        object[] exact = [0m, unit, -unit, greatest, -greatest, new decimal(0, 0, 0, true, (byte)scale)];
        object[] rounded = scale < 28 ? [unit / 2, -unit / 2, unit * 0.4m, unit * 1.5m] : [];
        object[] small = precision - scale >= 3 ? [1m, 1.0m, 3m, 12m, 123m] : [];
        return isKey ? [.. exact, .. small] : [.. exact, .. small, .. rounded];
    }
}
