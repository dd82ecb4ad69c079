using System.Globalization;
using Ematix.Runtime;

namespace Ematix.Training;

/// <summary>Values as text that means the same whatever the session's settings are.</summary>
internal static class SettingText
{
    /// <summary>An instant, in ISO 8601 with its zone.</summary>
    public static string Instant(long microseconds) =>
        PgInstant.ToInstant(microseconds).ToString("yyyy-MM-dd HH:mm:ss.ffffff+00", CultureInfo.InvariantCulture);

    /// <summary>A duration that is not negative, in hours and below: days would be no microseconds.</summary>
    public static string Duration(TimeSpan duration) => string.Create(
        CultureInfo.InvariantCulture, $"{(long)duration.TotalHours}:{duration.Minutes:00}:{duration.Seconds:00}.{duration.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond:000000}");
}
