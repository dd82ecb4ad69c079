using Apache.Arrow;
using Apache.Arrow.Types;

namespace Ematix.Oracle.Tests;

/// <summary>Source values as Arrow arrays, built buffer by buffer: nothing of the product is asked.</summary>
internal static class ArrowArrays
{
    private static readonly long Epoch = Micros.Floor(DateTimeOffset.UnixEpoch);

    /// <summary>A column's values.</summary>
    /// <param name="column">The column.</param>
    /// <param name="values">Source values.</param>
    /// <param name="isOther">Whether types are taken that hold the same in another way, where the values allow it: narrower integers, instants and times to the nanosecond.</param>
    public static IArrowArray Of(OracleColumn column, IReadOnlyList<object?> values, bool isOther = false)
    {
        if (column.IsArray)
            return Lists(column, values);
        return column.Kind switch
        {
            ValueKind.Boolean => Booleans(values),
            ValueKind.Int16 => Integers<short>(values, isOther),
            ValueKind.Int32 => Integers<int>(values, isOther),
            ValueKind.Int64 => Integers<long>(values, isOther),
            ValueKind.Single => Fixed<float>(FloatType.Default, values, value => (float)value),
            ValueKind.Double => Fixed<double>(DoubleType.Default, values, value => (double)value),
            ValueKind.Numeric => Fixed<Int128>(new Decimal128Type(column.Digits.Precision, column.Digits.Scale), values, value => Unscaled((decimal)Values.Stored(column, value)!, column.Digits.Scale)),
            ValueKind.Text or ValueKind.Enum or ValueKind.Json => new StringArray.Builder().AppendRange(values.Cast<string>()).Build(),
            ValueKind.Instant => Instants(values, isOther),
            ValueKind.Date => Fixed<int>(Date32Type.Default, values, value => ((DateOnly)value).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber),
            ValueKind.Time when isOther => Fixed<long>(new Time64Type(TimeUnit.Nanosecond), values, value => ((TimeOnly)value).Ticks * 100),
            ValueKind.Time => Fixed<long>(new Time64Type(TimeUnit.Microsecond), values, value => ((TimeOnly)value).Ticks / 10),
            ValueKind.Interval => Fixed<long>(DurationType.Microsecond, values, value => Micros.Of((TimeSpan)value)),
            ValueKind.Uuid => Fixed<UInt128>(new FixedSizeBinaryType(16), values, value => BitConverter.ToUInt128(((Guid)value).ToByteArray(bigEndian: true))),
            _ => Bytes(values),
        };
    }

    private static BooleanArray Booleans(IReadOnlyList<object?> values)
    {
        var builder = new BooleanArray.Builder();
        foreach (var value in values)
            _ = value is bool known ? builder.Append(known) : builder.AppendNull();
        return builder.Build();
    }

    private static BinaryArray Bytes(IReadOnlyList<object?> values)
    {
        var builder = new BinaryArray.Builder();
        foreach (var value in values)
            _ = value is byte[] bytes ? builder.Append(bytes.AsSpan()) : builder.AppendNull();
        return builder.Build();
    }

    private static IArrowArray Integers<T>(IReadOnlyList<object?> values, bool isNarrow)
        where T : struct
    {
        var numbers = values.OfType<object>().Select(value => Convert.ToInt64(value, null)).DefaultIfEmpty().ToArray();
        var (least, most) = (numbers.Min(), numbers.Max());
        return (isNarrow, default(T)) switch
        {
            (true, _) when least >= 0 && most <= byte.MaxValue => Fixed(UInt8Type.Default, values, value => Convert.ToByte(value, null)),
            (true, int or long) when least >= short.MinValue && most <= short.MaxValue => Fixed(Int16Type.Default, values, value => Convert.ToInt16(value, null)),
            (true, long) when least >= int.MinValue && most <= int.MaxValue => Fixed(Int32Type.Default, values, value => Convert.ToInt32(value, null)),
            (_, short) => Fixed(Int16Type.Default, values, value => (short)value),
            (_, int) => Fixed(Int32Type.Default, values, value => (int)value),
            _ => Fixed(Int64Type.Default, values, value => (long)value),
        };
    }

    /// <summary>An instant to the nanosecond is one of the years 1678 to 2261.</summary>
    private static IArrowArray Instants(IReadOnlyList<object?> values, bool isFine) => isFine && values.OfType<DateTimeOffset>().All(instant => instant.Year is > 1677 and < 2262)
        ? Fixed<long>(new TimestampType(TimeUnit.Nanosecond, "+05:30"), values, value => (((DateTimeOffset)value).UtcTicks - DateTimeOffset.UnixEpoch.Ticks) * 100)
        : Fixed<long>(new TimestampType(TimeUnit.Microsecond, "UTC"), values, value => Micros.Floor((DateTimeOffset)value) - Epoch);

    private static IArrowArray Lists(OracleColumn column, IReadOnlyList<object?> values)
    {
        var elements = Of(column with { IsArray = false }, [.. values.OfType<object?[]>().SelectMany(list => list)]);
        var offsets = new ArrowBuffer.Builder<int>();
        var end = 0;
        offsets.Append(end);
        foreach (var value in values)
            offsets.Append(end += value is object?[] list ? list.Length : 0);
        var type = new ListType(new Field("item", elements.Data.DataType, nullable: true));
        return ArrowArrayFactory.BuildArray(new ArrayData(type, values.Count, values.Count(value => value is null), 0, [Validity(values), offsets.Build()], [elements.Data]));
    }

    private static IArrowArray Fixed<T>(IArrowType type, IReadOnlyList<object?> values, Func<object, T> word)
        where T : struct
    {
        var words = new ArrowBuffer.Builder<T>();
        foreach (var value in values)
            words.Append(value is null ? default : word(value));
        return ArrowArrayFactory.BuildArray(new ArrayData(type, values.Count, values.Count(value => value is null), 0, [Validity(values), words.Build()]));
    }

    private static ArrowBuffer Validity(IReadOnlyList<object?> values)
    {
        var bits = new ArrowBuffer.BitmapBuilder();
        foreach (var value in values)
            bits.Append(value is not null);
        return bits.Build();
    }

    private static Int128 Unscaled(decimal number, int scale) => (Int128)Enumerable.Repeat(10m, scale).Aggregate(number, (product, ten) => product * ten);
}
