using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Ematix.Tests.Types;

/// <summary>A row as texts that differ wherever its values do: bits of doubles, scale-free decimals, ticks, offsets.</summary>
internal static class Rendering
{
    public static string[] Of(object row) => [.. row.GetType().GetProperties().Where(property => property.CanWrite).Select(property => $"{property.Name} = {Value(property.GetValue(row), property.Name)}")];

    /// <summary>One value, of the property of that name.</summary>
    public static string Value(object? value, string property) => value switch
    {
        null => "null",
        string json when property == "JsonText" => Json(JsonElement.Parse(json)),
        string text => text.Length > 100 ? $"{text.Length}:{text.GetHashCode(StringComparison.Ordinal)}" : $"'{text}'",
        float number => BitConverter.SingleToInt32Bits(number).ToString("x8", CultureInfo.InvariantCulture),
        double number => BitConverter.DoubleToInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture),
        decimal number => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        DateTimeOffset instant => $"{instant.Ticks} {instant.Offset}",
        DateOnly date => date.DayNumber.ToString(CultureInfo.InvariantCulture),
        TimeOnly time => time.Ticks.ToString(CultureInfo.InvariantCulture),
        TimeSpan duration => duration.Ticks.ToString(CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexString(bytes),
        JsonElement json => Json(json),
        IEnumerable items => "[" + string.Join(", ", items.Cast<object?>().Select(item => Value(item, ""))) + "]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>As jsonb keeps it: keys sorted, no white space.</summary>
    private static string Json(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(",", json.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => $"{member.Name}:{Json(member.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(",", json.EnumerateArray().Select(Json)) + "]",
        _ => json.ToString() is { Length: > 0 } text ? text : json.ValueKind.ToString(),
    };
}
