using System.Text.Json;

namespace Ematix.Oracle.Tests;

/// <summary>Source values as properties hold them, and back.</summary>
internal static class ClrValues
{
    /// <summary>The value for a property, parameter or array element of a type.</summary>
    public static object? To(OracleColumn column, object? value, Type type) => value switch
    {
        null => null,
        object?[] elements when column.IsArray => ToArray(column, elements, type.GetElementType()!),
        string name when column.Kind == ValueKind.Enum => Enum.Parse(Nullable.GetUnderlyingType(type) ?? type, name),
        string text when column.Kind == ValueKind.Json && type != typeof(string) => JsonElement.Parse(text),
        _ => value,
    };

    /// <summary>The stored value of what a property holds. What was read must be as the database keeps it already.</summary>
    public static object? ToStored(OracleColumn column, object? value)
    {
        var source = FromProperty(column, value);
        var stored = Values.Stored(column, source);
        var isExact = source switch
        {
            DateTimeOffset instant => instant.Offset == TimeSpan.Zero && instant.Ticks % 10 == 0,
            TimeOnly time => time.Ticks % 10 == 0,
            TimeSpan duration => duration.Ticks % 10 == 0,
            decimal number => number.Equals(stored),
            _ => true,
        };
        return isExact ? stored : throw new InvalidOperationException($"Column {column.Name} was read as {source:O}, which the database can't hold.");
    }

    private static object? FromProperty(OracleColumn column, object? value) => value switch
    {
        Array elements when column.IsArray => elements.Cast<object?>().Select(element => FromProperty(column with { IsArray = false }, element)).ToArray(),
        Enum member => member.ToString(),
        JsonElement json => json.GetRawText(),
        _ => value,
    };

    private static Array ToArray(OracleColumn column, object?[] elements, Type type)
    {
        var array = Array.CreateInstance(type, elements.Length);
        for (var i = 0; i < elements.Length; i++)
            array.SetValue(To(column, elements[i], type), i);
        return array;
    }
}
