namespace Ematix.Oracle;

/// <summary>Instants as whole microseconds since 0001-01-01 UTC: never negative, so that cutting off the rest is flooring.</summary>
public static class Micros
{
    public const long Second = 1_000_000;

    public const long Day = 86_400 * Second;

    /// <summary>The first and the last instant there are.</summary>
    public const long First = 0;

    public static readonly long Last = Floor(DateTimeOffset.MaxValue);

    /// <summary>The microsecond in which an instant lies.</summary>
    public static long Floor(DateTimeOffset instant) => instant.UtcTicks / 10;

    /// <summary>The whole microseconds of a duration, cut towards zero: it has no order in time to keep.</summary>
    public static long Of(TimeSpan duration) => duration.Ticks / 10;

    public static DateTimeOffset ToInstant(long micros) => new(micros * 10, TimeSpan.Zero);
}
