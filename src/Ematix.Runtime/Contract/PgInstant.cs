using System.Globalization;

namespace Ematix.Runtime;

/// <summary>
/// Instants as Postgres keeps them: microseconds since 2000-01-01 UTC. Every instant is floored to the microsecond, before 2000 too:
/// dividing towards zero would move an early instant later, and a later as-of sees the future.
/// </summary>
internal static class PgInstant
{
    private static readonly long EpochTicks = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    /// <summary>The year 1, in microseconds since 2000.</summary>
    public static readonly long First = (DateTimeOffset.MinValue.Ticks - EpochTicks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The last microsecond of the year 9999.</summary>
    public static readonly long Last = (DateTimeOffset.MaxValue.Ticks - EpochTicks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The instant, floored to the microsecond.</summary>
    public static long Floor(DateTimeOffset instant)
    {
        var (microseconds, rest) = Math.DivRem(instant.UtcTicks - EpochTicks, TimeSpan.TicksPerMicrosecond);
        return rest < 0 ? microseconds - 1 : microseconds;
    }

    /// <summary>The instant in UTC.</summary>
    /// <exception cref="OverflowException">It is infinite, or outside the years 1 to 9999.</exception>
    public static DateTimeOffset ToInstant(long microseconds)
    {
        if (microseconds < First || microseconds > Last)
        {
            throw new OverflowException(string.Create(
                CultureInfo.InvariantCulture,
                $"The database holds an instant outside the years 1 to 9999 ({microseconds} µs since 2000-01-01), which DateTimeOffset can't hold."));
        }

        return new DateTimeOffset((microseconds * TimeSpan.TicksPerMicrosecond) + EpochTicks, TimeSpan.Zero);
    }
}
