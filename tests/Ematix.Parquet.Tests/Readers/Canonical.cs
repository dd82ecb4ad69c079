using System.Globalization;
using System.Text.Json;
using Ematix.Model;
using Ematix.Tests.Types;

namespace Ematix.Tests.Readers;

/// <summary>
/// Values as texts that every reader can make of what a file physically holds: integers, bits of floating point, unscaled decimals, microseconds and days
/// since 1970, bytes in hexadecimal. A list is its elements' texts in brackets.
/// </summary>
internal static class Canonical
{
    /// <summary>NULL, which no other value's text is.</summary>
    public const string Null = "\u2205";

    /// <summary>The rows that the readers must find, from the typed rows.</summary>
    public static string[][] Expected(IEnumerable<EveryType> rows)
    {
        var properties = typeof(EveryType).GetProperties().Where(property => property.CanWrite).ToArray();
        return [.. rows.Select(row => CopyDataView.Columns.Select((column, i) => $"{column.Column} = {Of(properties[i].GetValue(row), column.Type)}").ToArray())];
    }

    public static string Of(object? value, ColumnType type) => value switch
    {
        null => Null,
        _ when type.IsArray => "[" + string.Join(", ", ((System.Collections.IEnumerable)value).Cast<object?>().Select(item => Of(item, type with { IsArray = false }))) + "]",
        JsonElement json => Rendering.Value(json.GetRawText(), "JsonText"),
        _ when type.Kind == ColumnKind.Json => Rendering.Value(value.ToString(), "JsonText"),
        bool truth => truth ? "true" : "false",
        float.NaN or double.NaN => "NaN",
        float number => BitConverter.SingleToUInt32Bits(number).ToString("x8", CultureInfo.InvariantCulture),
        double number => BitConverter.DoubleToUInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture),
        decimal number => Unscaled(number, type.Scale),
        DateTimeOffset instant => Microseconds(instant.UtcTicks - DateTime.UnixEpoch.Ticks),
        DateOnly date => (date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber).ToString(CultureInfo.InvariantCulture),
        TimeOnly time => Microseconds(time.Ticks),
        TimeSpan duration => Microseconds(duration.Ticks),
        Guid uuid => Convert.ToHexStringLower(uuid.ToByteArray(bigEndian: true)),
        byte[] bytes => Convert.ToHexStringLower(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static FeatureViewModel CopyDataView => Arrow.CopyData.EveryTypeView;

    private static string Microseconds(long ticks) => (ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture);

    private static string Unscaled(decimal number, int scale)
    {
        var parts = decimal.GetBits(number);
        var unscaled = ((Int128)(uint)parts[2] << 64) | ((Int128)(uint)parts[1] << 32) | (uint)parts[0];
        for (int given = (parts[3] >> 16) & 0xff; given < scale; given++)
            unscaled *= 10;
        for (int given = (parts[3] >> 16) & 0xff; given > scale; given--)
            unscaled /= 10;
        return (number < 0 ? -unscaled : unscaled).ToString(CultureInfo.InvariantCulture);
    }
}
