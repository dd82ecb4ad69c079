namespace Ematix.Oracle.Tests.Meaning;

/// <summary>Views of the oracle with a key and two values, named in options by their places.</summary>
internal static class Tables
{
    public const int First = 1;
    public const int Second = 2;
    public const int EventTime = 3;
    public const int OtherTime = 4;

    private static readonly OracleColumn[] Plain =
    [
        new("key", ValueKind.Text) { Role = ColumnRole.Key },
        new("first", ValueKind.Text) { IsNullable = true },
        new("second", ValueKind.Text) { IsNullable = true },
    ];

    private static readonly OracleColumn[] Timed =
        [.. Plain, new("at", ValueKind.Instant) { Role = ColumnRole.EventTime }, new("other_at", ValueKind.Instant)];

    public static OracleTable Snapshots(long? ttl = null) => OracleTable.Of(new OracleView(Plain, ttl));

    /// <summary>Rows have an event time and another instant.</summary>
    public static OracleTable Events(long? ttl = null) => OracleTable.Of(new OracleView(Timed, ttl));

    public static OracleTarget Rows(TableMode mode, bool hasEventTime = false) => OracleTarget.Of(new OracleView(hasEventTime ? Timed : Plain, null) { Mode = mode });

    public static object?[] Row(string? key, string? first = "a", string? second = "x") => [key, first, second];

    public static object?[] Event(string? key, long at, string? first = "a", string? second = "x", long otherAt = 0) =>
        [key, first, second, Micros.ToInstant(at), Micros.ToInstant(otherAt)];
}
