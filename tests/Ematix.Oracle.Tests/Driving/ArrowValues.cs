using Apache.Arrow;
using Apache.Arrow.Arrays;
using Apache.Arrow.Types;

namespace Ematix.Oracle.Tests;

/// <summary>Values of Arrow arrays as stored values, read with Apache.Arrow's own getters.</summary>
internal static class ArrowValues
{
    private static readonly long Epoch = Micros.Floor(DateTimeOffset.UnixEpoch);

    /// <summary>The stored value in a row.</summary>
    /// <exception cref="InvalidOperationException">The array is of another type than the column.</exception>
    public static object? Stored(OracleColumn column, IArrowArray array, int row)
    {
        if (array.IsNull(row))
            return null;
        if (column.IsArray && array is ListArray lists)
            return Elements(column with { IsArray = false }, lists.GetSlicedValues(row));
        return (column.Kind, array) switch
        {
            (ValueKind.Boolean, BooleanArray booleans) => booleans.GetValue(row),
            (ValueKind.Int16 or ValueKind.Int32 or ValueKind.Int64, _) => Integer(column.Kind, array, row),
            (ValueKind.Single, FloatArray numbers) => numbers.GetValue(row),
            (ValueKind.Double, DoubleArray numbers) => numbers.GetValue(row),
            (ValueKind.Numeric, Decimal128Array numbers) => numbers.GetValue(row),
            (ValueKind.Text or ValueKind.Enum, StringArray texts) => texts.GetString(row),
            (ValueKind.Json, StringArray texts) => Values.Stored(column, texts.GetString(row)),
            (ValueKind.Instant, TimestampArray { Data.DataType: TimestampType { Timezone: { Length: > 0 } } type } instants) => Epoch + Microseconds(instants.GetValue(row)!.Value, type.Unit),
            (ValueKind.Date, Date32Array dates) => dates.GetDateOnly(row),
            (ValueKind.Time, Time64Array { Data.DataType: Time64Type type } times) => Microseconds(times.GetValue(row)!.Value, type.Unit),
            (ValueKind.Interval, DurationArray { Data.DataType: DurationType { Unit: TimeUnit.Microsecond } } durations) => durations.GetValue(row),
            (ValueKind.Uuid, FixedSizeBinaryArray uuids) => new Guid(uuids.GetBytes(row), bigEndian: true),
            (ValueKind.Bytes, BinaryArray bytes) => bytes.GetBytes(row).ToArray(),
            _ => throw new InvalidOperationException($"Column {column.Name} ({column.Kind}{(column.IsArray ? "[]" : "")}) came as {array.Data.DataType.Name}."),
        };
    }

    private static object?[] Elements(OracleColumn column, IArrowArray elements) => [.. Enumerable.Range(0, elements.Length).Select(i => Stored(column, elements, i))];

    /// <summary>A spine's integers may come in narrower types, and go back as they came.</summary>
    private static object Integer(ValueKind kind, IArrowArray array, int row)
    {
        long number = array switch
        {
            UInt8Array numbers => numbers.GetValue(row)!.Value,
            Int16Array numbers => numbers.GetValue(row)!.Value,
            Int32Array numbers when kind != ValueKind.Int16 => numbers.GetValue(row)!.Value,
            Int64Array numbers when kind == ValueKind.Int64 => numbers.GetValue(row)!.Value,
            _ => throw new InvalidOperationException($"A column of kind {kind} came as {array.Data.DataType.Name}."),
        };
        return kind switch
        {
            ValueKind.Int16 => (object)(short)number,
            ValueKind.Int32 => (int)number,
            _ => number,
        };
    }

    private static long Microseconds(long value, TimeUnit unit) => unit switch
    {
        TimeUnit.Microsecond => value,
        TimeUnit.Nanosecond => Math.DivRem(value, 1000) is var (quotient, rest) && rest < 0 ? quotient - 1 : quotient,
        _ => throw new InvalidOperationException($"An instant or a time came in {unit}s."),
    };
}
