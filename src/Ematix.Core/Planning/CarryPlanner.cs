using Ematix.Sql;
using static Ematix.Planning.VersionSql;
using static Ematix.Sql.ReservedColumns;

namespace Ematix.Planning;

/// <summary>
/// Plans what a load under a feature set carries: the columns that its source does not provide keep what the version alive at the row's instant has. In a
/// history of events the rows of one batch carry from each other, in time order: each from the one before it, if that is alive then.
/// </summary>
internal static class CarryPlanner
{
    /// <summary>A snapshot view's changes: the columns carried from the current version <c>c</c>, if it is alive. Parameters: the load time; the view's time to live, $3.</summary>
    public static string FromCurrent(LoadTarget target) => List(
        target.Carried.Select(column => $"CASE WHEN {Alive("c", "$1::timestamptz", "$3")} THEN {Of("c", column)} END AS {Identifier.Quote(column.Column)}"), 7);

    /// <summary>What the versions that an event may follow must bring along: the columns, and where each ends.</summary>
    public static IEnumerable<string> Along(LoadTarget target, string alias) => target.Carried.Count == 0 ? [] : [$"{alias}.{ValidTo}", .. Of(alias, target.Carried)];

    /// <summary>An event's changes: the columns of the version <c>v</c> that it follows or replaces, and whether that is alive at the event. Parameter: the time to live.</summary>
    public static string FromFollowed(LoadTarget target)
    {
        if (target.Carried.Count == 0)
            return "";
        var eventTime = Of("b", target.View.EventTime!);
        return List([.. Of("v", target.Carried), $"{NotEnded("v", eventTime)} AND {Alive("v", eventTime, "$1")} AS _ematix_alive"], 7);
    }

    /// <summary>
    /// The changes <c>c</c> of events, each with whether it carries: the first of a key if what it follows is alive at it, each later one if, besides, every one
    /// before it was alive at the next. Parameter: the time to live, $3.
    /// </summary>
    public static string Chain(LoadTarget target)
    {
        if (target.Carried.Count == 0)
            return ChangePlanner.Change;
        var eventTime = Of("c", target.View.EventTime!);
        var keys = SqlList.Wrap(Of("c", target.View.Keys), 21);
        // It stands indented in the statement that it is part of; indenting it there would indent names that have a line break in them.
        return $"""
            (
                    SELECT c.*, bool_and(c._ematix_linked) OVER (PARTITION BY {keys} ORDER BY {eventTime}) AS _ematix_carries
                    FROM (
                        SELECT c.*, CASE
                            WHEN lag({eventTime}) OVER k IS NULL THEN c._ematix_alive
                            ELSE $3::interval IS NULL OR {eventTime} - lag({eventTime}) OVER k <= $3::interval
                        END AS _ematix_linked
                        FROM {ChangePlanner.Change} AS c
                        WINDOW k AS (PARTITION BY {keys} ORDER BY {eventTime})
                    ) AS c
                )
            """;
    }

    /// <summary>The columns that a load of events writes, from the changes <c>c</c>.</summary>
    public static IEnumerable<string> Values(LoadTarget target)
    {
        var carried = new HashSet<string>(target.Carried.Select(column => column.Column), StringComparer.Ordinal);
        return target.View.Columns.Select(column => carried.Contains(column.Column) ? $"CASE WHEN c._ematix_carries THEN {Of("c", column)} END" : Of("c", column));
    }

    private static string List(IEnumerable<string> items, int indent) => string.Concat(items.Select(item => $",\n{new string(' ', indent)}{item}"));
}
