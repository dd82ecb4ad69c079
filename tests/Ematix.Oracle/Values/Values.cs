using System.Text.Json;

namespace Ematix.Oracle;

/// <summary>Values as the database keeps and compares them.</summary>
public static class Values
{
    /// <summary>
    /// What is stored of a source's value: instants, times and durations as whole microseconds, numerics rounded to their scale (halves away
    /// from zero), JSON parsed, everything else as it is.
    /// </summary>
    /// <param name="column">The column.</param>
    /// <param name="value">The value as a program holds it; the name of an enum's member; JSON as text; an array as an array of objects.</param>
    public static object? Stored(OracleColumn column, object? value) => value switch
    {
        null or Unstorable => value,
        object?[] elements when column.IsArray => Array.ConvertAll(elements, element => StoredOne(column, element)),
        _ => StoredOne(column, value),
    };

    /// <summary>
    /// Whether the database finds two stored values equal, NULL being a value: typed, and not by their text. NaN equals NaN, -0.0 equals 0.0,
    /// 1.0 equals 1.00, texts are equal byte by byte, JSON whatever the order of its members.
    /// </summary>
    public static bool Same(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b),
        (object?[] a, object?[] b) => a.Length == b.Length && a.Zip(b).All(pair => Same(pair.First, pair.Second)),
        (JsonElement a, JsonElement b) => JsonElement.DeepEquals(a, b),
        _ => left.Equals(right),
    };

    /// <summary>A stored value in a column that has become wider: the same, of another type.</summary>
    public static object? Widened(OracleColumn column, object? value) => (column.Kind, value) switch
    {
        (_, object?[] elements) when column.IsArray => Array.ConvertAll(elements, element => Widened(column with { IsArray = false }, element)),
        (ValueKind.Int32, short number) => (int)number,
        (ValueKind.Int64, short number) => (long)number,
        (ValueKind.Int64, int number) => (long)number,
        (ValueKind.Double, float number) => (double)number,
        _ => value,
    };

    private static object? StoredOne(OracleColumn column, object? value) => (column.Kind, value) switch
    {
        (ValueKind.Instant, DateTimeOffset instant) => Micros.Floor(instant),
        (ValueKind.Time, TimeOnly time) => time.Ticks / 10,
        (ValueKind.Interval, TimeSpan duration) => Micros.Of(duration),
        (ValueKind.Numeric, decimal number) => Math.Round(number, column.Digits.Scale, MidpointRounding.AwayFromZero),
        (ValueKind.Json, string text) => JsonElement.Parse(text),
        _ => value,
    };
}
