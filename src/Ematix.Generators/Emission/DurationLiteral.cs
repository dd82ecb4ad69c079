namespace Ematix.Generators.Emission;

/// <summary>Durations as C#, in the largest unit that is exact.</summary>
internal static class DurationLiteral
{
    private static readonly (long Ticks, string Method)[] Units =
    [
        (TimeSpan.TicksPerDay, "FromDays"),
        (TimeSpan.TicksPerHour, "FromHours"),
        (TimeSpan.TicksPerMinute, "FromMinutes"),
        (TimeSpan.TicksPerSecond, "FromSeconds"),
        (TimeSpan.TicksPerMillisecond, "FromMilliseconds"),
        (1, "FromTicks"),
    ];

    /// <summary>The duration. Whole numbers bind to the exact overloads, not to those that take a double.</summary>
    public static string Of(TimeSpan duration)
    {
        var (ticks, method) = Units.First(unit => duration.Ticks % unit.Ticks == 0);
        return $"global::System.TimeSpan.{method}({Literals.Number(duration.Ticks / ticks)})";
    }
}
