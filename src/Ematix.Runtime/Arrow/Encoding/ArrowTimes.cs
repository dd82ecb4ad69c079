using Apache.Arrow.Types;

namespace Ematix.Runtime;

/// <summary>Times in Arrow's units as microseconds of Postgres.</summary>
internal static class ArrowTimes
{
    /// <summary>The instants that Postgres holds, in microseconds since 2000: from 4714-11-24 BC, before 294277-01-01.</summary>
    private const long FirstInstant = -211_813_488_000_000_000;
    private const long EndOfInstants = 9_223_371_331_200_000_000;

    /// <summary>An instant, floored: divided towards zero an early one would move later, and see the future.</summary>
    public static string? Instant(long value, TimeUnit unit, out long microsecondsSince2000)
    {
        var since1970 = unit switch
        {
            TimeUnit.Microsecond => value,
            TimeUnit.Nanosecond => FloorDivide(value, 1_000),
            _ => Scaled(value, unit),
        };
        var since2000 = since1970 - CopyFormat.EpochMicroseconds;
        microsecondsSince2000 = (long)since2000;
        return since2000 >= FirstInstant && since2000 < EndOfInstants ? null : "is an instant that Postgres can't hold";
    }

    /// <summary>A time of day, floored.</summary>
    public static string? Time(long value, TimeUnit unit, out long microseconds)
    {
        var wide = unit == TimeUnit.Nanosecond ? FloorDivide(value, 1_000) : Scaled(value, unit);
        microseconds = (long)wide;
        return wide >= 0 && wide < CopyFormat.DayMicroseconds ? null : "is no time of a day";
    }

    /// <summary>A duration, cut towards zero as a TimeSpan's ticks are.</summary>
    public static string? Duration(long value, TimeUnit unit, out long microseconds)
    {
        var wide = unit == TimeUnit.Nanosecond ? value / 1_000 : Scaled(value, unit);
        microseconds = (long)wide;
        return wide >= long.MinValue && wide <= long.MaxValue ? null : "is longer than an interval of microseconds can be";
    }

    public static long FloorDivide(long value, long by)
    {
        var (quotient, rest) = Math.DivRem(value, by);
        return rest < 0 ? quotient - 1 : quotient;
    }

    private static Int128 Scaled(long value, TimeUnit unit) => (Int128)value * unit switch
    {
        TimeUnit.Second => 1_000_000,
        TimeUnit.Millisecond => 1_000,
        _ => 1,
    };
}
