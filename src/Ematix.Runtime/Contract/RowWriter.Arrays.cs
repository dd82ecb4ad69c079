using NpgsqlTypes;

namespace Ematix.Runtime;

/// <content>Columns that are arrays: two methods a kind, for elements that may be NULL and that may not.</content>
public sealed partial class RowWriter
{
#pragma warning disable CS1591 // One line a kind; the type map says what each writes.
    public Task BooleanArray(bool[]? value) => Write(value, NpgsqlDbType.Array | NpgsqlDbType.Boolean);

    public Task NullableBooleanArray(bool?[]? value) => Write(value, NpgsqlDbType.Array | NpgsqlDbType.Boolean);

    public Task Int16Array(short[]? value) => Write(value, NpgsqlDbType.Array | NpgsqlDbType.Smallint);

    public Task NullableInt16Array(short?[]? value) => Write(value, NpgsqlDbType.Array | NpgsqlDbType.Smallint);

    public Task Int32Array(int[]? value) => Write(value, NpgsqlDbType.Array | NpgsqlDbType.Integer);

    public Task NullableInt32Array(int?[]? value) => Write(value, NpgsqlDbType.Array | NpgsqlDbType.Integer);

    public Task Int64Array(long[]? value) => Write(value, NpgsqlDbType.Array | NpgsqlDbType.Bigint);

    public Task NullableInt64Array(long?[]? value) => Write(value, NpgsqlDbType.Array | NpgsqlDbType.Bigint);

    public Task SingleArray(float[]? value) => Write(value, NpgsqlDbType.Array | NpgsqlDbType.Real);

    public Task NullableSingleArray(float?[]? value) => Write(value, NpgsqlDbType.Array | NpgsqlDbType.Real);

    public Task DoubleArray(double[]? value) => Write(value, NpgsqlDbType.Array | NpgsqlDbType.Double);

    public Task NullableDoubleArray(double?[]? value) => Write(value, NpgsqlDbType.Array | NpgsqlDbType.Double);

    public Task NumericArray(decimal[]? value) => Write(value, NpgsqlDbType.Array | NpgsqlDbType.Numeric);

    public Task NullableNumericArray(decimal?[]? value) => Write(value, NpgsqlDbType.Array | NpgsqlDbType.Numeric);

    public Task TextArray(string[]? value) => Write(Storable(value), NpgsqlDbType.Array | NpgsqlDbType.Text);

    public Task NullableTextArray(string?[]? value) => Write(Storable(value), NpgsqlDbType.Array | NpgsqlDbType.Text);

    public Task InstantArray(DateTimeOffset[]? value) =>
        Write(value is null ? null : Array.ConvertAll(value, PgInstant.Floor), NpgsqlDbType.Array | NpgsqlDbType.TimestampTz);

    public Task NullableInstantArray(DateTimeOffset?[]? value) =>
        Write(value is null ? null : Array.ConvertAll(value, each => each is { } instant ? PgInstant.Floor(instant) : default(long?)), NpgsqlDbType.Array | NpgsqlDbType.TimestampTz);

    public Task DateArray(DateOnly[]? value) =>
        Write(value is null ? null : Array.ConvertAll(value, PgDate.Of), NpgsqlDbType.Array | NpgsqlDbType.Date);

    public Task NullableDateArray(DateOnly?[]? value) =>
        Write(value is null ? null : Array.ConvertAll(value, each => each is { } date ? PgDate.Of(date) : default(int?)), NpgsqlDbType.Array | NpgsqlDbType.Date);

    public Task TimeArray(TimeOnly[]? value) => Write(value, NpgsqlDbType.Array | NpgsqlDbType.Time);

    public Task NullableTimeArray(TimeOnly?[]? value) => Write(value, NpgsqlDbType.Array | NpgsqlDbType.Time);

    public Task IntervalArray(TimeSpan[]? value) =>
        Write(value is null ? null : Array.ConvertAll(value, PgInterval.Of), NpgsqlDbType.Array | NpgsqlDbType.Interval);

    public Task NullableIntervalArray(TimeSpan?[]? value) =>
        Write(value is null ? null : Array.ConvertAll(value, each => each is { } duration ? PgInterval.Of(duration) : default(NpgsqlInterval?)), NpgsqlDbType.Array | NpgsqlDbType.Interval);

    public Task UuidArray(Guid[]? value) => Write(value, NpgsqlDbType.Array | NpgsqlDbType.Uuid);

    public Task NullableUuidArray(Guid?[]? value) => Write(value, NpgsqlDbType.Array | NpgsqlDbType.Uuid);

    public Task BytesArray(byte[][]? value) => Write(value, NpgsqlDbType.Array | NpgsqlDbType.Bytea);

    public Task NullableBytesArray(byte[]?[]? value) => Write(value, NpgsqlDbType.Array | NpgsqlDbType.Bytea);

    public Task EnumArray<T>(T[]? value, Func<T, string> write)
        where T : struct, Enum => TextArray(value is null || !_isStaged[_column] ? null : Array.ConvertAll(value, write.Invoke));

    public Task NullableEnumArray<T>(T?[]? value, Func<T, string> write)
        where T : struct, Enum => NullableTextArray(value is null || !_isStaged[_column] ? null : Array.ConvertAll(value, each => each is { } member ? write(member) : null));
#pragma warning restore CS1591

    private T[]? Storable<T>(T[]? texts)
        where T : class?
    {
        foreach (var text in texts ?? [])
            Storable(text as string);
        return texts;
    }
}
