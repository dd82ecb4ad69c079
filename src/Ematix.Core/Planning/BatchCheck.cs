namespace Ematix.Planning;

/// <summary>A condition that refuses a load for every staged row that meets it.</summary>
/// <param name="Kind">What is wrong with such a row.</param>
/// <param name="Column">The column that is wrong, or null where it is the whole key.</param>
/// <param name="Predicate">True for a row that is refused; over the alias <c>s</c>.</param>
internal sealed record BatchCheck(BatchCheckKind Kind, string? Column, string Predicate);

/// <summary>What can be wrong with a staged row by itself.</summary>
internal enum BatchCheckKind
{
    /// <summary>A key column is NULL.</summary>
    NullKey,

    /// <summary>The event time is NULL.</summary>
    NullEventTime,

    /// <summary>A NOT NULL column is NULL.</summary>
    NullValue,

    /// <summary>An instant is infinite, or outside the years 1 to 9999.</summary>
    UnusableInstant,

    /// <summary>A number has more digits than the column, or is NaN.</summary>
    NumericOverflow,

    /// <summary>A text is longer than the column.</summary>
    TextTooLong,

    /// <summary>A text is not the name of a member of the enum.</summary>
    UnknownEnumMember,

    /// <summary>An interval has months or days, whose length depends on the calendar, or is longer than a TimeSpan holds.</summary>
    UnusableInterval,

    /// <summary>A date is infinite, or outside the years 1 to 9999.</summary>
    UnusableDate,

    /// <summary>A time is 24:00, which is no time of the day that starts it.</summary>
    UnusableTime,

    /// <summary>An array has several dimensions, or does not begin at 1.</summary>
    UnusableArray,

    /// <summary>An element is NULL where elements can't be.</summary>
    NullElement,

    /// <summary>The column by which a source is read is NULL.</summary>
    NullIncremental,

    /// <summary>The column by which a source is read is an infinite time, or one outside the years 1 to 9999.</summary>
    UnusableIncremental,
}
