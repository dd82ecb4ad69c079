using System.ComponentModel;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Ematix.Runtime;

/// <summary>The columns of one row, read by position without boxing. For generated code: one method a kind of column.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct RowReader
{
    private readonly NpgsqlDataReader _reader;
    private readonly int _first;

    internal RowReader(NpgsqlDataReader reader, int first = 0) => (_reader, _first) = (reader, first);

#pragma warning disable CS1591 // One line a kind; the type map says what each reads.
    public bool IsNull(int column) => _reader.IsDBNull(_first + column);

    public bool Boolean(int column) => _reader.GetBoolean(_first + column);

    public bool? BooleanOrNull(int column) => IsNull(column) ? null : Boolean(column);

    public short Int16(int column) => _reader.GetInt16(_first + column);

    public short? Int16OrNull(int column) => IsNull(column) ? null : Int16(column);

    public int Int32(int column) => _reader.GetInt32(_first + column);

    public int? Int32OrNull(int column) => IsNull(column) ? null : Int32(column);

    public long Int64(int column) => _reader.GetInt64(_first + column);

    public long? Int64OrNull(int column) => IsNull(column) ? null : Int64(column);

    public float Single(int column) => _reader.GetFloat(_first + column);

    public float? SingleOrNull(int column) => IsNull(column) ? null : Single(column);

    public double Double(int column) => _reader.GetDouble(_first + column);

    public double? DoubleOrNull(int column) => IsNull(column) ? null : Double(column);

    public decimal Numeric(int column) => _reader.GetDecimal(_first + column);

    public decimal? NumericOrNull(int column) => IsNull(column) ? null : Numeric(column);

    public string Text(int column) => _reader.GetString(_first + column);

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public DateTimeOffset Instant(int column) => PgInstant.ToInstant(_reader.GetFieldValue<long>(_first + column));

    public DateTimeOffset? InstantOrNull(int column) => IsNull(column) ? null : Instant(column);

    public DateOnly Date(int column) => PgDate.ToDate(_reader.GetFieldValue<int>(_first + column));

    public DateOnly? DateOrNull(int column) => IsNull(column) ? null : Date(column);

    public TimeOnly Time(int column) => _reader.GetFieldValue<TimeOnly>(_first + column);

    public TimeOnly? TimeOrNull(int column) => IsNull(column) ? null : Time(column);

    public TimeSpan Interval(int column) => PgInterval.ToTimeSpan(_reader.GetFieldValue<NpgsqlInterval>(_first + column));

    public TimeSpan? IntervalOrNull(int column) => IsNull(column) ? null : Interval(column);

    public Guid Uuid(int column) => _reader.GetGuid(_first + column);

    public Guid? UuidOrNull(int column) => IsNull(column) ? null : Uuid(column);

    public byte[] Bytes(int column) => _reader.GetFieldValue<byte[]>(_first + column);

    public byte[]? BytesOrNull(int column) => IsNull(column) ? null : Bytes(column);

    public JsonElement Json(int column) => JsonElement.Parse(_reader.GetString(_first + column));

    public JsonElement? JsonOrNull(int column) => IsNull(column) ? null : Json(column);

    public string JsonText(int column) => _reader.GetString(_first + column);

    public string? JsonTextOrNull(int column) => IsNull(column) ? null : JsonText(column);

    public T Enum<T>(int column, Func<string, T> read)
        where T : struct, Enum => read(Text(column));

    public T? EnumOrNull<T>(int column, Func<string, T> read)
        where T : struct, Enum => IsNull(column) ? null : read(Text(column));
#pragma warning restore CS1591
}
