using Apache.Arrow;
using Apache.Arrow.Arrays;
using Apache.Arrow.Types;
using Ematix.Runtime;
using Npgsql;
using NpgsqlTypes;

namespace Ematix.Training;

/// <summary>Columns of record batches as arrays for the server. A value that no key can have becomes NULL: nothing matches it.</summary>
internal static class ArrowKeys
{
    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly long EpochMicroseconds = (Epoch - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private static readonly int EpochDays = (Epoch - DateTime.UnixEpoch).Days;

    public static NpgsqlParameter Array(IReadOnlyList<IArrowArray> pieces) => pieces[0] switch
    {
        BooleanArray => Of<BooleanArray, bool?>(pieces, NpgsqlDbType.Boolean, (array, i) => array.GetValue(i)),
        Int8Array => Of<Int8Array, short?>(pieces, NpgsqlDbType.Smallint, (array, i) => array.GetValue(i)),
        UInt8Array => Of<UInt8Array, short?>(pieces, NpgsqlDbType.Smallint, (array, i) => array.GetValue(i)),
        Int16Array => Of<Int16Array, short?>(pieces, NpgsqlDbType.Smallint, (array, i) => array.GetValue(i)),
        UInt16Array => Of<UInt16Array, int?>(pieces, NpgsqlDbType.Integer, (array, i) => array.GetValue(i)),
        Int32Array => Of<Int32Array, int?>(pieces, NpgsqlDbType.Integer, (array, i) => array.GetValue(i)),
        UInt32Array => Of<UInt32Array, long?>(pieces, NpgsqlDbType.Bigint, (array, i) => array.GetValue(i)),
        Int64Array => Of<Int64Array, long?>(pieces, NpgsqlDbType.Bigint, (array, i) => array.GetValue(i)),
        Decimal128Array => Of<Decimal128Array, decimal?>(pieces, NpgsqlDbType.Numeric, Decimal),
        StringArray => Of<StringArray, string?>(pieces, NpgsqlDbType.Text, (array, i) => array.GetString(i) is { } text && PgText.Fault(text) is null ? text : null),
        TimestampArray { Data.DataType: TimestampType type } => Of<TimestampArray, long?>(pieces, NpgsqlDbType.TimestampTz, (array, i) => Instant(array.GetValue(i), type.Unit)),
        Date32Array => Of<Date32Array, int?>(pieces, NpgsqlDbType.Date, (array, i) => array.GetValue(i) is { } day ? Day(day) : null),
        Date64Array => Of<Date64Array, int?>(pieces, NpgsqlDbType.Date, (array, i) => array.GetValue(i) is { } time ? Day(FloorDivide(time, 86_400_000)) : null),
        Time32Array { Data.DataType: Time32Type type } => Of<Time32Array, TimeOnly?>(pieces, NpgsqlDbType.Time, (array, i) => Time(array.GetValue(i), type.Unit)),
        Time64Array { Data.DataType: Time64Type type } => Of<Time64Array, TimeOnly?>(pieces, NpgsqlDbType.Time, (array, i) => Time(array.GetValue(i), type.Unit)),
        FixedSizeBinaryArray => Of<FixedSizeBinaryArray, Guid?>(pieces, NpgsqlDbType.Uuid, (array, i) => array.IsNull(i) ? null : new Guid(array.GetBytes(i), bigEndian: true)),
        var other => throw new NotSupportedException($"A column of type {other.Data.DataType.Name} can't be a key or an as-of."),
    };

    private static NpgsqlParameter<T[]> Of<TArray, T>(IReadOnlyList<IArrowArray> pieces, NpgsqlDbType type, Func<TArray, int, T> read)
        where TArray : IArrowArray
    {
        var values = new T[pieces.Sum(piece => piece.Length)];
        var next = 0;
        foreach (var piece in pieces)
        {
            for (var i = 0; i < piece.Length; i++)
                values[next++] = read((TArray)piece, i);
        }

        return new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
    }

    /// <summary>Keys have at most 28 digits, which a decimal holds.</summary>
    private static decimal? Decimal(Decimal128Array array, int i)
    {
        try
        {
            return array.GetValue(i);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>Microseconds since 2000, floored; beyond what the server holds it is before or after everything.</summary>
    private static long? Instant(long? value, TimeUnit unit)
    {
        if (value is not { } time)
            return null;
        var microseconds = unit switch
        {
            TimeUnit.Second => (Int128)time * 1_000_000,
            TimeUnit.Millisecond => (Int128)time * 1_000,
            TimeUnit.Microsecond => time,
            _ => FloorDivide(time, 1_000),
        } - EpochMicroseconds;
        return microseconds < PgInstant.First ? long.MinValue : microseconds > PgInstant.Last ? long.MaxValue : (long)microseconds;
    }

    private static int? Day(long day) => day - EpochDays is >= int.MinValue and <= int.MaxValue and var since ? (int)since : null;

    private static TimeOnly? Time(long? value, TimeUnit unit)
    {
        if (value is not { } time)
            return null;
        var ticks = (Int128)time * TimeSpan.TicksPerSecond / unit switch { TimeUnit.Second => 1, TimeUnit.Millisecond => 1_000, TimeUnit.Microsecond => 1_000_000, _ => 1_000_000_000 };
        return ticks >= 0 && ticks < TimeSpan.TicksPerDay ? new TimeOnly((long)ticks) : null;
    }

    private static long FloorDivide(long value, long by) => Math.DivRem(value, by) is var (quotient, rest) && rest < 0 ? quotient - 1 : quotient;
}
