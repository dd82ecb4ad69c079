using Ematix.Model;
using Npgsql;
using NpgsqlTypes;

namespace Ematix.Runtime;

/// <summary>Binds a typed spine as parameters: an array a column.</summary>
/// <param name="parameters">Takes the arrays.</param>
/// <param name="columns">The spine's columns.</param>
/// <param name="onlyUsed">Whether what is only passed through stays here.</param>
internal sealed class SpineParameters(NpgsqlParameterCollection parameters, EquatableArray<FeatureModel> columns, bool onlyUsed) : SpineWriter
{
    private int _column;

    private protected override void Add<T>(T[] values, ColumnKind kind)
    {
        var column = columns[_column++];
        if (onlyUsed && !column.IsKey && !column.IsEventTime)
            return;
        if (values is decimal?[] decimals && !column.IsKey)
            Round(decimals, column);
        if (values is TimeSpan?[] durations)
            Add(Array.ConvertAll(durations, duration => duration is { } value ? PgInterval.Of(value) : default(NpgsqlInterval?)), NpgsqlDbType.Interval);
        else
            Add(values, TypeOf(kind));
    }

    private void Add<T>(T[] values, NpgsqlDbType type) =>
        parameters.Add(new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });

    /// <summary>A column has its scale, as in a table; a key keeps its digits, for another number is another key.</summary>
    private static void Round(decimal?[] values, FeatureModel column)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value)
                values[i] = Math.Round(value, column.Type.Scale, MidpointRounding.AwayFromZero);
        }
    }

    private static NpgsqlDbType TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Boolean => NpgsqlDbType.Boolean,
        ColumnKind.Int16 => NpgsqlDbType.Smallint,
        ColumnKind.Int32 => NpgsqlDbType.Integer,
        ColumnKind.Int64 => NpgsqlDbType.Bigint,
        ColumnKind.Single => NpgsqlDbType.Real,
        ColumnKind.Double => NpgsqlDbType.Double,
        ColumnKind.Numeric => NpgsqlDbType.Numeric,
        ColumnKind.Text => NpgsqlDbType.Text,
        ColumnKind.Instant => NpgsqlDbType.TimestampTz,
        ColumnKind.Date => NpgsqlDbType.Date,
        ColumnKind.Time => NpgsqlDbType.Time,
        ColumnKind.Uuid => NpgsqlDbType.Uuid,
        ColumnKind.Bytes => NpgsqlDbType.Bytea,
        _ => throw new NotSupportedException($"A typed spine has no column of kind {kind}."),
    };
}
