using System.Globalization;

namespace Ematix.Tests;

/// <summary>Instants as tests write them.</summary>
internal static class Times
{
    public static readonly TimeSpan Microsecond = TimeSpan.FromMicroseconds(1);

    /// <summary>An instant in UTC, such as <c>2024-03-01 10:00</c>.</summary>
    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
