using Ematix.Runtime;
using Npgsql;
using NpgsqlTypes;

namespace Ematix;

/// <summary>Parameters of the product's own statements, each with its type said.</summary>
internal static class Parameters
{
    public static NpgsqlParameter Text(string? value) => Of(value, NpgsqlDbType.Text);

    public static NpgsqlParameter Texts(string[] value) => Of(value, NpgsqlDbType.Array | NpgsqlDbType.Text);

    public static NpgsqlParameter Int64(long? value) => Of(value, NpgsqlDbType.Bigint);

    public static NpgsqlParameter Uuid(Guid value) => Of(value, NpgsqlDbType.Uuid);

    /// <summary>Microseconds since 2000-01-01 UTC.</summary>
    public static NpgsqlParameter Instant(long microseconds) => Of(microseconds, NpgsqlDbType.TimestampTz);

    public static NpgsqlParameter Interval(TimeSpan? value) => Of(value is { } duration ? PgInterval.Of(duration) : default(NpgsqlInterval?), NpgsqlDbType.Interval);

    private static NpgsqlParameter Of<T>(T value, NpgsqlDbType type) => new() { NpgsqlDbType = type, Value = value is null ? DBNull.Value : value };
}
