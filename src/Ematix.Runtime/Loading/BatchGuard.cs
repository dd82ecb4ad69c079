using System.Globalization;
using Ematix.Model;
using Ematix.Planning;
using Ematix.Sql;

namespace Ematix.Loading;

/// <summary>Turns what the checks of a staged batch found into the one error that says it.</summary>
internal static class BatchGuard
{
    /// <summary>Finds the first check that refuses rows, counts them, and names up to five keys.</summary>
    public static async Task<LoadRefusedException> DiagnoseAsync(Session session, LoadPlan plan, CancellationToken cancellationToken)
    {
        var view = plan.View;
        var counts = (await session.QueryAsync(
            plan.Diagnose,
            reader => Enumerable.Range(0, reader.FieldCount).Select(reader.GetInt64).ToArray(),
            cancellationToken).ConfigureAwait(false))[0];
        var first = Array.FindIndex(counts, count => count > 0);
        var keys = await session.QueryAsync(plan.Sample(plan.Checks[first]), reader => KeyText.Of(view, reader, 0), cancellationToken).ConfigureAwait(false);
        return Refusal(view, plan.Checks[first], counts[first], keys);
    }

    /// <summary>Rows with one key that differ.</summary>
    public static async Task RefuseDuplicatesAsync(Session session, LoadPlan plan, CancellationToken cancellationToken)
    {
        var view = plan.View;
        var found = await session.QueryAsync(plan.Duplicates!, reader => (Count: reader.GetInt64(0), Key: KeyText.Of(view, reader, 1)), cancellationToken).ConfigureAwait(false);
        if (found is not [var (count, _), ..])
            return;
        string[] keys = [.. found.Select(row => row.Key)];
        throw new DuplicateKeyException(
            Message(view, $"{Number(count)} key(s) have rows that differ", keys, "Without an event time that orders them a load takes one row a key: group or filter the source."),
            Identifier.Table(view), count, keys);
    }

    /// <summary>Events that their keys have overtaken.</summary>
    public static async Task RefuseLateAsync(Session session, LoadPlan plan, CancellationToken cancellationToken)
    {
        var view = plan.View;
        var found = await EventsAsync(session, view, plan.LateEvents!, (reader, key) => $"{key} at {Time(reader, 2)}, next {Time(reader, 3)}", cancellationToken).ConfigureAwait(false);
        if (found.Count == 0)
            return;
        throw new LateArrivalException(
            Message(view, $"{Number(found.Count)} event(s) are older than what their keys already have", found.Keys, "Set LateArrivals.Insert to put late events in their place, or LateArrivals.Skip to leave them out."),
            Identifier.Table(view), found.Count, found.Keys);
    }

    /// <summary>Events that have not happened yet.</summary>
    public static async Task<EventTimeException> FutureAsync(
        Session session, LoadPlan plan, long loadTime, TimeSpan tolerance, CancellationToken cancellationToken)
    {
        var view = plan.View;
        var found = await EventsAsync(session, view, plan.FutureEvents!, (reader, key) => $"{key} at {Time(reader, 2)}", cancellationToken, Parameters.Instant(loadTime)).ConfigureAwait(false);
        var limit = Runtime.PgInstant.ToInstant(loadTime).ToString("O", CultureInfo.InvariantCulture);
        return new EventTimeException(
            Message(view, $"{Number(found.Count)} event(s) are later than the load's time, {limit} by the database's clock, and some by more than ClockTolerance ({tolerance:c})", found.Keys, "Correct the source's clock or time zone, or set FutureEvents.Skip to leave such rows out."),
            Identifier.Table(view), found.Count, found.Keys);
    }

    private static LoadRefusedException Refusal(FeatureViewModel view, BatchCheck check, long count, IReadOnlyList<string> keys)
    {
        var target = Identifier.Table(view);
        var rows = $"{Number(count)} row(s)";
        return check.Kind switch
        {
            BatchCheckKind.NullKey => new NullKeyException(
                Message(view, $"{rows} have NULL in the entity key", keys, "Filter them out of the source, or give them a key."), target, count, keys),
            BatchCheckKind.NullEventTime => new EventTimeException(
                Message(view, $"{rows} have NULL as their event time ({check.Column})", keys, "Filter them out of the source: an event without a time has no place in history."), target, count, keys),
            BatchCheckKind.UnusableInstant when view.EventTime?.Column == check.Column => new EventTimeException(
                Message(view, $"{rows} have an event time ({check.Column}) that is infinite or outside the years 1 to 9999", keys, "Filter them out of the source."), target, count, keys),
            BatchCheckKind.NullIncremental or BatchCheckKind.UnusableIncremental => new IncrementalValueException(
                Message(view, $"{rows} have {(check.Kind == BatchCheckKind.NullIncremental ? "NULL" : "an infinite time, or one outside the years 1 to 9999,")} in column {check.Column}, by which the source is read", keys, "Such a row would be read by every load or by none: filter it out of the source, or give it a value."), target, count, keys, check.Column!),
            _ => new UnstorableValueException(
                Message(view, $"{rows} have a value in column {check.Column} that {Reason(check.Kind)}", keys, "Correct the source, or widen the property's type."), target, count, keys, check.Column!),
        };
    }

    private static string Reason(BatchCheckKind kind) => kind switch
    {
        BatchCheckKind.NullValue => "is NULL, and the column is NOT NULL",
        BatchCheckKind.UnusableInstant => "is an infinite instant, or one outside the years 1 to 9999",
        BatchCheckKind.UnusableDate => "is an infinite date, or one outside the years 1 to 9999",
        BatchCheckKind.UnusableTime => "is 24:00, which is no time of a day",
        BatchCheckKind.UnusableArray => "is an array of several dimensions, or one that does not begin at 1",
        BatchCheckKind.NullElement => "has an element that is NULL, and the elements' type has no null",
        BatchCheckKind.NumericOverflow => "has more digits than the column, or is NaN",
        BatchCheckKind.TextTooLong => "is longer than the column",
        BatchCheckKind.UnknownEnumMember => "is no member of the enum",
        BatchCheckKind.UnusableInterval => "is an interval with months or days, whose length depends on the calendar (write it in hours), or one longer than a TimeSpan holds",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static async Task<(long Count, IReadOnlyList<string> Keys)> EventsAsync(
        Session session, FeatureViewModel view, string sql, Func<Npgsql.NpgsqlDataReader, string, string> describe,
        CancellationToken cancellationToken, params Npgsql.NpgsqlParameter[] parameters)
    {
        var rows = await session.QueryAsync(
            sql, reader => (Count: reader.GetInt64(0), Text: describe(reader, KeyText.Of(view, reader, 1))), cancellationToken, parameters).ConfigureAwait(false);
        return (rows.Count == 0 ? 0 : rows[0].Count, [.. rows.Select(row => row.Text)]);
    }

    /// <summary>What was refused, on which target, how much, up to five keys, and what to do.</summary>
    public static string Message(FeatureViewModel view, string fact, IReadOnlyList<string> keys, string remedy) =>
        $"The load of {Identifier.Table(view)} was refused: {fact}, such as {string.Join("; ", keys)}. {remedy} Nothing was loaded.";

    private static string Time(Npgsql.NpgsqlDataReader reader, int column) =>
        Runtime.PgInstant.ToInstant(reader.GetFieldValue<long>(column)).ToString("yyyy-MM-dd HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
