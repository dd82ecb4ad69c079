using NpgsqlTypes;

namespace Ematix.Runtime;

/// <summary>Durations as Postgres keeps them here: microseconds only. Days and months would move with the session's daylight saving.</summary>
internal static class PgInterval
{
    /// <summary>The duration as an interval of microseconds, cut towards zero: unlike an instant it has no order in time to keep, and every TimeSpan comes back.</summary>
    public static NpgsqlInterval Of(TimeSpan duration) => new(0, 0, duration.Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>The interval as a duration.</summary>
    /// <exception cref="OverflowException">It has months or days, or is longer than a TimeSpan holds.</exception>
    public static TimeSpan ToTimeSpan(NpgsqlInterval interval) =>
        interval is { Months: 0, Days: 0 }
            ? new TimeSpan(checked(interval.Time * TimeSpan.TicksPerMicrosecond))
            : throw new OverflowException("The database holds an interval with months or days, whose length depends on the calendar; store hours or less.");
}
