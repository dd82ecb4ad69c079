namespace Ematix.Runtime;

/// <summary>Dates as Postgres keeps them: days since 2000-01-01. As a number every date of the years 1 to 9999 is exact; as a DateOnly the first and the last become infinite.</summary>
internal static class PgDate
{
    private static readonly int EpochDay = new DateOnly(2000, 1, 1).DayNumber;

    public static int Of(DateOnly date) => date.DayNumber - EpochDay;

    /// <exception cref="OverflowException">It is infinite, or outside the years 1 to 9999.</exception>
    public static DateOnly ToDate(int days)
    {
        var day = (long)days + EpochDay;
        return day >= DateOnly.MinValue.DayNumber && day <= DateOnly.MaxValue.DayNumber
            ? DateOnly.FromDayNumber((int)day)
            : throw new OverflowException($"The database holds a date outside the years 1 to 9999 ({days} days since 2000-01-01), which DateOnly can't hold.");
    }
}
