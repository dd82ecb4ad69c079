using NpgsqlTypes;

namespace Ematix.Runtime;

/// <content>Columns that are arrays: four methods a kind, for arrays and elements that may be NULL.</content>
public readonly partial struct RowReader
{
#pragma warning disable CS1591 // One line a kind; the type map says what each reads.
    public bool[] BooleanArray(int column) => Values<bool>(column);

    public bool[]? BooleanArrayOrNull(int column) => IsNull(column) ? null : BooleanArray(column);

    public bool?[] NullableBooleanArray(int column) => Values<bool?>(column);

    public bool?[]? NullableBooleanArrayOrNull(int column) => IsNull(column) ? null : NullableBooleanArray(column);

    public short[] Int16Array(int column) => Values<short>(column);

    public short[]? Int16ArrayOrNull(int column) => IsNull(column) ? null : Int16Array(column);

    public short?[] NullableInt16Array(int column) => Values<short?>(column);

    public short?[]? NullableInt16ArrayOrNull(int column) => IsNull(column) ? null : NullableInt16Array(column);

    public int[] Int32Array(int column) => Values<int>(column);

    public int[]? Int32ArrayOrNull(int column) => IsNull(column) ? null : Int32Array(column);

    public int?[] NullableInt32Array(int column) => Values<int?>(column);

    public int?[]? NullableInt32ArrayOrNull(int column) => IsNull(column) ? null : NullableInt32Array(column);

    public long[] Int64Array(int column) => Values<long>(column);

    public long[]? Int64ArrayOrNull(int column) => IsNull(column) ? null : Int64Array(column);

    public long?[] NullableInt64Array(int column) => Values<long?>(column);

    public long?[]? NullableInt64ArrayOrNull(int column) => IsNull(column) ? null : NullableInt64Array(column);

    public float[] SingleArray(int column) => Values<float>(column);

    public float[]? SingleArrayOrNull(int column) => IsNull(column) ? null : SingleArray(column);

    public float?[] NullableSingleArray(int column) => Values<float?>(column);

    public float?[]? NullableSingleArrayOrNull(int column) => IsNull(column) ? null : NullableSingleArray(column);

    public double[] DoubleArray(int column) => Values<double>(column);

    public double[]? DoubleArrayOrNull(int column) => IsNull(column) ? null : DoubleArray(column);

    public double?[] NullableDoubleArray(int column) => Values<double?>(column);

    public double?[]? NullableDoubleArrayOrNull(int column) => IsNull(column) ? null : NullableDoubleArray(column);

    public decimal[] NumericArray(int column) => Values<decimal>(column);

    public decimal[]? NumericArrayOrNull(int column) => IsNull(column) ? null : NumericArray(column);

    public decimal?[] NullableNumericArray(int column) => Values<decimal?>(column);

    public decimal?[]? NullableNumericArrayOrNull(int column) => IsNull(column) ? null : NullableNumericArray(column);

    public string[] TextArray(int column) => Present(NullableTextArray(column));

    public string[]? TextArrayOrNull(int column) => IsNull(column) ? null : TextArray(column);

    public string?[] NullableTextArray(int column) => Values<string?>(column);

    public string?[]? NullableTextArrayOrNull(int column) => IsNull(column) ? null : NullableTextArray(column);

    public DateTimeOffset[] InstantArray(int column) => Array.ConvertAll(Values<long>(column), PgInstant.ToInstant);

    public DateTimeOffset[]? InstantArrayOrNull(int column) => IsNull(column) ? null : InstantArray(column);

    public DateTimeOffset?[] NullableInstantArray(int column) =>
        Array.ConvertAll(Values<long?>(column), value => value is { } instant ? PgInstant.ToInstant(instant) : default(DateTimeOffset?));

    public DateTimeOffset?[]? NullableInstantArrayOrNull(int column) => IsNull(column) ? null : NullableInstantArray(column);

    public DateOnly[] DateArray(int column) => Array.ConvertAll(Values<int>(column), PgDate.ToDate);

    public DateOnly[]? DateArrayOrNull(int column) => IsNull(column) ? null : DateArray(column);

    public DateOnly?[] NullableDateArray(int column) =>
        Array.ConvertAll(Values<int?>(column), value => value is { } date ? PgDate.ToDate(date) : default(DateOnly?));

    public DateOnly?[]? NullableDateArrayOrNull(int column) => IsNull(column) ? null : NullableDateArray(column);

    public TimeOnly[] TimeArray(int column) => Values<TimeOnly>(column);

    public TimeOnly[]? TimeArrayOrNull(int column) => IsNull(column) ? null : TimeArray(column);

    public TimeOnly?[] NullableTimeArray(int column) => Values<TimeOnly?>(column);

    public TimeOnly?[]? NullableTimeArrayOrNull(int column) => IsNull(column) ? null : NullableTimeArray(column);

    public TimeSpan[] IntervalArray(int column) => Array.ConvertAll(Values<NpgsqlInterval>(column), PgInterval.ToTimeSpan);

    public TimeSpan[]? IntervalArrayOrNull(int column) => IsNull(column) ? null : IntervalArray(column);

    public TimeSpan?[] NullableIntervalArray(int column) =>
        Array.ConvertAll(Values<NpgsqlInterval?>(column), value => value is { } interval ? PgInterval.ToTimeSpan(interval) : default(TimeSpan?));

    public TimeSpan?[]? NullableIntervalArrayOrNull(int column) => IsNull(column) ? null : NullableIntervalArray(column);

    public Guid[] UuidArray(int column) => Values<Guid>(column);

    public Guid[]? UuidArrayOrNull(int column) => IsNull(column) ? null : UuidArray(column);

    public Guid?[] NullableUuidArray(int column) => Values<Guid?>(column);

    public Guid?[]? NullableUuidArrayOrNull(int column) => IsNull(column) ? null : NullableUuidArray(column);

    public byte[][] BytesArray(int column) => Present(NullableBytesArray(column));

    public byte[][]? BytesArrayOrNull(int column) => IsNull(column) ? null : BytesArray(column);

    public byte[]?[] NullableBytesArray(int column) => Values<byte[]?>(column);

    public byte[]?[]? NullableBytesArrayOrNull(int column) => IsNull(column) ? null : NullableBytesArray(column);

    public T[] EnumArray<T>(int column, Func<string, T> read)
        where T : struct, Enum => Array.ConvertAll(TextArray(column), read.Invoke);

    public T[]? EnumArrayOrNull<T>(int column, Func<string, T> read)
        where T : struct, Enum => IsNull(column) ? null : EnumArray(column, read);

    public T?[] NullableEnumArray<T>(int column, Func<string, T> read)
        where T : struct, Enum => Array.ConvertAll(NullableTextArray(column), name => name is null ? default(T?) : read(name));

    public T?[]? NullableEnumArrayOrNull<T>(int column, Func<string, T> read)
        where T : struct, Enum => IsNull(column) ? null : NullableEnumArray(column, read);
#pragma warning restore CS1591

    private T[] Values<T>(int column) => _reader.GetFieldValue<T[]>(_first + column);

    // Npgsql refuses a NULL among values; among references it would pass as one.
    private static T[] Present<T>(T?[] values)
        where T : class
    {
        if (Array.IndexOf(values, null) >= 0)
            throw new InvalidOperationException("The database holds a NULL element in an array whose property has no nullable elements. Make the element type nullable, or correct the rows.");
        return values!;
    }
}
