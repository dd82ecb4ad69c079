using System.Globalization;

namespace FlightDelays.Answers;

/// <summary>Values as the input files write them.</summary>
public static class CsvText
{
    /// <summary>NULL is the empty field; instants are ISO 8601 with Z; numbers have as many digits as they need.</summary>
    public static string Of(object? value) => value switch
    {
        null => "",
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
        string text => Quoted(text),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>Quotes what would be read as something else: an empty text as NULL, a comma as the next field.</summary>
    private static string Quoted(string text) =>
        text.Length == 0 || text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
}
