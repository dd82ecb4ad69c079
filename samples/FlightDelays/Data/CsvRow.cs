using System.Globalization;

namespace FlightDelays.Data;

/// <summary>One row of a <see cref="CsvFile"/>; its fields are found by the header's names.</summary>
public sealed class CsvRow(string place, string[] header, string[] fields)
{
    public string Text(string column) => TextOrNull(column) ?? throw Unreadable(column, "a text");

    public string? TextOrNull(string column)
    {
        var index = Array.IndexOf(header, column);
        if (index < 0)
            throw new DataFileException($"{place}: there is no column {column}, only {string.Join(", ", header)}.");
        return fields[index].Length == 0 ? null : fields[index];
    }

    public DateTimeOffset Instant(string column) =>
        DateTimeOffset.TryParse(TextOrNull(column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw Unreadable(column, "an ISO 8601 time");

    public int Int32(string column) => Int32OrNull(column) ?? throw Unreadable(column, "a whole number");

    public int? Int32OrNull(string column)
    {
        if (TextOrNull(column) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Unreadable(column, "a whole number");
    }

    public double? DoubleOrNull(string column)
    {
        if (TextOrNull(column) is not { } text)
            return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Unreadable(column, "a number");
    }

    private DataFileException Unreadable(string column, string expected) =>
        new($"{place}: {column} is '{TextOrNull(column)}', not {expected}.");
}
