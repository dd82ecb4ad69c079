namespace Ematix.Runtime;

/// <summary>Fields of the binary format: length and value. Each says what is wrong with a value that the database can't hold, and then has written nothing of use.</summary>
internal static class Values
{
    /// <summary>The dates that Postgres holds, in days since 2000: 4714-11-24 BC to 5874897-12-31.</summary>
    private const int FirstDate = -2_451_545;
    private const int LastDate = 2_145_031_948;

    public static string? Byte(CopyBuffer buffer, byte value)
    {
        buffer.Int32(1);
        buffer.Byte(value);
        return null;
    }

    public static string? Int16(CopyBuffer buffer, short value)
    {
        buffer.Int32(sizeof(short));
        buffer.Int16(value);
        return null;
    }

    public static string? Int32(CopyBuffer buffer, int value)
    {
        buffer.Int32(sizeof(int));
        buffer.Int32(value);
        return null;
    }

    public static string? Int64(CopyBuffer buffer, long value)
    {
        buffer.Int32(sizeof(long));
        buffer.Int64(value);
        return null;
    }

    public static string? Bytes(CopyBuffer buffer, ReadOnlySpan<byte> value)
    {
        buffer.Int32(value.Length);
        buffer.Bytes(value);
        return null;
    }

    public static string? Text(CopyBuffer buffer, ReadOnlySpan<byte> value) => PgText.Fault(value) ?? Bytes(buffer, value);

    public static string? Json(CopyBuffer buffer, ReadOnlySpan<byte> value)
    {
        if (PgText.Fault(value) is { } fault)
            return fault;
        buffer.Int32(value.Length + 1);
        buffer.Byte(CopyFormat.JsonVersion);
        buffer.Bytes(value);
        return null;
    }

    /// <summary>Whether Postgres holds the date of days since 1970.</summary>
    public static bool IsDate(long days) => days - CopyFormat.EpochDays is >= FirstDate and <= LastDate;

    /// <summary>A date of days since 1970.</summary>
    public static string? Date(CopyBuffer buffer, long days) => IsDate(days)
        ? Int32(buffer, (int)(days - CopyFormat.EpochDays))
        : "is a date that Postgres can't hold";

    public static string? Interval(CopyBuffer buffer, long microseconds)
    {
        buffer.Int32(16);
        buffer.Int64(microseconds);
        buffer.Int64(0);
        return null;
    }

    /// <summary>An integer divided by a power of ten, in digits of base 10,000 that stand on both sides of the point, without zeros around them.</summary>
    public static string? Numeric(CopyBuffer buffer, Int128 value, int scale)
    {
        Span<short> digits = stackalloc short[12];
        var rest = (UInt128)Int128.Abs(value);
        var below = (scale + 3) / 4;
        var count = 0;
        if (scale % 4 is var odd and > 0)
        {
            (rest, var digit) = UInt128.DivRem(rest, Powers.OfWide(odd));
            digits[count++] = (short)((uint)digit * (uint)Powers.Of(4 - odd));
        }

        for (; rest > ulong.MaxValue; count++)
        {
            (rest, var digit) = UInt128.DivRem(rest, 10_000u);
            digits[count] = (short)(uint)digit;
        }

        for (var narrow = (ulong)rest; narrow > 0; count++)
        {
            (narrow, var digit) = Math.DivRem(narrow, 10_000u);
            digits[count] = (short)digit;
        }

        var weight = count - below - 1;
        for (; count > 0 && digits[count - 1] == 0; count--)
            weight--;
        var first = 0;
        while (first < count && digits[first] == 0)
            first++;

        buffer.Int32(8 + (2 * (count - first)));
        buffer.Int16((short)(count - first));
        buffer.Int16((short)(count == first ? 0 : weight));
        buffer.Int16((short)(value < 0 ? CopyFormat.NumericNegative : 0));
        buffer.Int16((short)scale);
        for (var i = count - 1; i >= first; i--)
            buffer.Int16(digits[i]);
        return null;
    }
}
