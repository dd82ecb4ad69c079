using System.Globalization;
using System.Text.RegularExpressions;

namespace Ematix.Model;

/// <summary>Durations as attributes write them: <c>30d</c>, <c>4h</c>, <c>90m</c>, <c>45s</c>, <c>500ms</c>, or ISO 8601 without years and months. A day is 24 h.</summary>
internal static class Durations
{
    private const string Number = @"([0-9]{1,15}(?:\.[0-9]{1,7})?)";

    private static readonly Regex Short = new(@"^([0-9]{1,15})(d|h|m|s|ms)\z", RegexOptions.CultureInvariant);

    private static readonly Regex Iso = new(
        $@"^P(?=.)(?:{Number}W)?(?:{Number}D)?(?:T(?=.)(?:{Number}H)?(?:{Number}M)?(?:{Number}S)?)?\z", RegexOptions.CultureInvariant);

    private static readonly decimal[] IsoUnits = [7 * TimeSpan.TicksPerDay, TimeSpan.TicksPerDay, TimeSpan.TicksPerHour, TimeSpan.TicksPerMinute, TimeSpan.TicksPerSecond];

    /// <summary>Reads a duration: positive, in whole microseconds, at most what a <see cref="TimeSpan"/> holds. Null where the text is none.</summary>
    public static TimeSpan? Parse(string text)
    {
        var ticks = ShortTicks(text) ?? IsoTicks(text);
        return ticks is { } value && value <= long.MaxValue && IsUsable(value) ? new TimeSpan((long)value) : null;
    }

    /// <summary>Whether a duration is positive and in whole microseconds, which is all that the database keeps.</summary>
    public static bool IsUsable(TimeSpan duration) => IsUsable(duration.Ticks);

    private static bool IsUsable(decimal ticks) => ticks > 0 && ticks % 10 == 0;

    private static decimal? ShortTicks(string text)
    {
        var match = Short.Match(text);
        return match.Success ? Decimal(match.Groups[1].Value) * UnitTicks(match.Groups[2].Value) : null;
    }

    private static decimal? IsoTicks(string text)
    {
        var match = Iso.Match(text);
        if (!match.Success)
            return null;
        var ticks = 0m;
        for (var unit = 0; unit < IsoUnits.Length; unit++)
        {
            if (match.Groups[unit + 1] is { Success: true, Value: var value })
                ticks += Decimal(value) * IsoUnits[unit];
        }

        return ticks;
    }

    private static decimal UnitTicks(string unit) => unit switch
    {
        "d" => TimeSpan.TicksPerDay,
        "h" => TimeSpan.TicksPerHour,
        "m" => TimeSpan.TicksPerMinute,
        "s" => TimeSpan.TicksPerSecond,
        _ => TimeSpan.TicksPerMillisecond,
    };

    private static decimal Decimal(string digits) => decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
