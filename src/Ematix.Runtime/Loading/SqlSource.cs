using Ematix.Runtime;
using Npgsql;
using NpgsqlTypes;

namespace Ematix.Loading;

/// <summary>A query on the store's own database.</summary>
internal sealed class SqlSource(string query, IReadOnlyList<object?> values) : Source
{
    internal override SyncPath Path => SyncPath.SameDatabase;

    public string Query { get; } = WithoutSemicolon(query);

    /// <summary>A query without the semicolon that may end it: it will stand inside another.</summary>
    public static string WithoutSemicolon(string query) => query.TrimEnd(';', ' ', '\t', '\r', '\n');

    /// <summary>New parameters at each call: one belongs to one command only.</summary>
    public NpgsqlParameter[] Parameters() => [.. values.Select(Parameter)];

    /// <summary>Instants are floored, durations sent as microseconds, and the ends of time are no infinities, like everything that the product sends.</summary>
    private static NpgsqlParameter Parameter(object? value) => value switch
    {
        null => new NpgsqlParameter { Value = DBNull.Value },
        DateTimeOffset instant => new NpgsqlParameter<long> { TypedValue = PgInstant.Floor(instant), NpgsqlDbType = NpgsqlDbType.TimestampTz },
        DateTimeOffset[] instants => new NpgsqlParameter<long[]> { TypedValue = Array.ConvertAll(instants, PgInstant.Floor), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz },
        DateOnly date => new NpgsqlParameter<int> { TypedValue = PgDate.Of(date), NpgsqlDbType = NpgsqlDbType.Date },
        DateOnly[] dates => new NpgsqlParameter<int[]> { TypedValue = Array.ConvertAll(dates, PgDate.Of), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Date },
        TimeSpan duration => new NpgsqlParameter<NpgsqlInterval> { TypedValue = PgInterval.Of(duration), NpgsqlDbType = NpgsqlDbType.Interval },
        Enum member => new NpgsqlParameter<string> { TypedValue = member.ToString(), NpgsqlDbType = NpgsqlDbType.Text },
        _ => new NpgsqlParameter { Value = value },
    };
}
