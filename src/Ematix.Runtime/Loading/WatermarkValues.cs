using System.Globalization;
using Ematix.Planning;
using Ematix.Runtime;
using Npgsql;
using NpgsqlTypes;

namespace Ematix.Loading;

/// <summary>Values of watermarks: as the CLR has them, as the catalog keeps them (text that no culture or session changes), and as the server takes them.</summary>
internal static class WatermarkValues
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
    private const string TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff";
    private const string DateFormat = "yyyy-MM-dd";

    private static readonly DateTime Epoch = new(2000, 1, 1);

    public static string ToText(object value) => value switch
    {
        DateTimeOffset instant => instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture),
        DateTime timestamp => timestamp.ToString(TimestampFormat, CultureInfo.InvariantCulture),
        DateOnly date => date.ToString(DateFormat, CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => (string)value,
    };

    public static object FromText(IncrementalType type, string text) => type switch
    {
        IncrementalType.Integer => long.Parse(text, CultureInfo.InvariantCulture),
        IncrementalType.Instant => DateTimeOffset.ParseExact(text, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        IncrementalType.Timestamp => DateTime.ParseExact(text, TimestampFormat, CultureInfo.InvariantCulture),
        IncrementalType.Date => DateOnly.ParseExact(text, DateFormat, CultureInfo.InvariantCulture),
        IncrementalType.Uuid => Guid.Parse(text, CultureInfo.InvariantCulture),
        _ => text,
    };

    public static object? Read(IncrementalType type, NpgsqlDataReader reader)
    {
        if (reader.IsDBNull(0))
            return null;
        return type switch
        {
            IncrementalType.Integer => reader.GetInt64(0),
            IncrementalType.Instant => PgInstant.ToInstant(reader.GetFieldValue<long>(0)),
            IncrementalType.Timestamp => Epoch.AddTicks(reader.GetFieldValue<long>(0) * TimeSpan.TicksPerMicrosecond),
            IncrementalType.Date => reader.GetFieldValue<DateOnly>(0),
            IncrementalType.Uuid => reader.GetGuid(0),
            _ => reader.GetString(0),
        };
    }

    public static NpgsqlParameter Parameter(IncrementalType type, object? value)
    {
        var (dbType, sent) = type switch
        {
            IncrementalType.Integer => (NpgsqlDbType.Bigint, value),
            IncrementalType.Instant => (NpgsqlDbType.TimestampTz, value is DateTimeOffset instant ? PgInstant.Floor(instant) : null),
            IncrementalType.Timestamp => (NpgsqlDbType.Timestamp, value is DateTime timestamp ? (timestamp - Epoch).Ticks / TimeSpan.TicksPerMicrosecond : null),
            IncrementalType.Date => (NpgsqlDbType.Date, value is DateOnly date ? PgDate.Of(date) : null),
            IncrementalType.Uuid => (NpgsqlDbType.Uuid, value),
            _ => (NpgsqlDbType.Text, value),
        };
        return new NpgsqlParameter { NpgsqlDbType = dbType, Value = sent ?? DBNull.Value };
    }

    /// <summary>A time, moved back; not before the first that the CLR has. Of a date, whole days, rounded up: what is read again changes nothing.</summary>
    public static object Back(object value, TimeSpan lookback) => value switch
    {
        DateTimeOffset instant => new DateTimeOffset(Math.Max(0, instant.UtcTicks - lookback.Ticks), TimeSpan.Zero),
        DateTime timestamp => new DateTime(Math.Max(0, timestamp.Ticks - lookback.Ticks)),
        DateOnly date => DateOnly.FromDayNumber((int)Math.Max(0, date.DayNumber - Math.Ceiling(lookback / TimeSpan.FromDays(1)))),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
    };
}
