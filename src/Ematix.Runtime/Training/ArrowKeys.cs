using System.Runtime.InteropServices;
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

    private static readonly Int128 MostOfDecimal = (Int128)decimal.MaxValue;

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
        Decimal128Array { Scale: var scale } => Of<Decimal128Array, decimal?>(pieces, NpgsqlDbType.Numeric, (array, i) => array.IsNull(i) ? null : Decimal(MemoryMarshal.Read<Int128>(array.GetBytes(i)), scale)),
        StringArray => Of<StringArray, string?>(pieces, NpgsqlDbType.Text, (array, i) => array.GetString(i) is { } text && PgText.Fault(text) is null ? text : null),
        TimestampArray { Data.DataType: TimestampType type } => Of<TimestampArray, long?>(pieces, NpgsqlDbType.TimestampTz, (array, i) => Instant(array.GetValue(i), type.Unit)),
        Date32Array => Of<Date32Array, int?>(pieces, NpgsqlDbType.Date, (array, i) => array.GetValue(i) is { } day ? Day(day) : null),
        Date64Array => Of<Date64Array, int?>(pieces, NpgsqlDbType.Date, (array, i) => array.GetValue(i) is { } time ? Day(ArrowTimes.FloorDivide(time, 86_400_000)) : null),
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

    /// <summary>An integer divided by a power of ten. Keys have at most 28 digits: what a decimal can't hold to the last digit is none.</summary>
    private static decimal? Decimal(Int128 value, int scale)
    {
        for (; scale > 0 && value % 10 == 0; scale--)
            value /= 10;
        if (scale is < 0 or > 28 || value > MostOfDecimal || value < -MostOfDecimal)
            return null;
        var digits = (UInt128)Int128.Abs(value);
        return new decimal((int)(uint)digits, (int)(uint)(digits >> 32), (int)(uint)(digits >> 64), value < 0, (byte)scale);
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
            _ => ArrowTimes.FloorDivide(time, 1_000),
        } - EpochMicroseconds;
        return microseconds < PgInstant.First ? long.MinValue : microseconds > PgInstant.Last ? long.MaxValue : (long)microseconds;
    }

    private static int? Day(long day) => Values.IsDate(day) ? (int)(day - EpochDays) : null;

    private static TimeOnly? Time(long? value, TimeUnit unit) =>
        value is { } time && ArrowTimes.Time(time, unit, out var microseconds) is null ? new TimeOnly(microseconds * TimeSpan.TicksPerMicrosecond) : null;
}
