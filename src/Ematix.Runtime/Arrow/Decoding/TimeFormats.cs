using System.Buffers.Binary;

namespace Ematix.Runtime;

/// <summary>timestamptz: microseconds since 2000, to microseconds since 1970.</summary>
internal readonly struct InstantFormat : IFixedFormat<long>
{
    public string? Read(ReadOnlySpan<byte> value, out long result)
    {
        result = 0;
        if (value.Length != sizeof(long))
            return Words.Width(value.Length, sizeof(long));
        var instant = BinaryPrimitives.ReadInt64BigEndian(value);
        if (instant is long.MinValue or long.MaxValue)
            return "is an infinite instant, which an Arrow timestamp can't hold";
        if (instant > long.MaxValue - CopyFormat.EpochMicroseconds)
            return "is an instant later than an Arrow timestamp of microseconds can hold";
        result = instant + CopyFormat.EpochMicroseconds;
        return null;
    }
}

/// <summary>date: days since 2000, to days since 1970.</summary>
internal readonly struct DateFormat : IFixedFormat<int>
{
    public string? Read(ReadOnlySpan<byte> value, out int result)
    {
        result = 0;
        if (value.Length != sizeof(int))
            return Words.Width(value.Length, sizeof(int));
        var date = BinaryPrimitives.ReadInt32BigEndian(value);
        if (date is int.MinValue or int.MaxValue)
            return "is an infinite date, which an Arrow date can't hold";
        if (date > int.MaxValue - CopyFormat.EpochDays)
            return "is a date later than an Arrow date can hold";
        result = date + CopyFormat.EpochDays;
        return null;
    }
}

/// <summary>time: microseconds since midnight, in both. Arrow has no 24:00.</summary>
internal readonly struct TimeFormat : IFixedFormat<long>
{
    public string? Read(ReadOnlySpan<byte> value, out long result)
    {
        result = 0;
        if (value.Length != sizeof(long))
            return Words.Width(value.Length, sizeof(long));
        result = BinaryPrimitives.ReadInt64BigEndian(value);
        return result is >= 0 and < CopyFormat.DayMicroseconds ? null : "is the time 24:00, which an Arrow time can't hold";
    }
}

/// <summary>interval: microseconds, days and months, to a duration of microseconds.</summary>
internal readonly struct IntervalFormat : IFixedFormat<long>
{
    private const int Length = 16;

    public string? Read(ReadOnlySpan<byte> value, out long result)
    {
        result = 0;
        if (value.Length != Length)
            return Words.Width(value.Length, Length);
        result = BinaryPrimitives.ReadInt64BigEndian(value);
        return BinaryPrimitives.ReadInt64BigEndian(value[8..]) == 0 ? null : "is an interval with months or days, whose length depends on the calendar; store hours or less";
    }
}
