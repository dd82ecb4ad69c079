using Ematix.Model;
using Ematix.Sql;
using static Ematix.Planning.ChangePlanner;
using static Ematix.Planning.VersionSql;
using static Ematix.Sql.ReservedColumns;

namespace Ematix.Planning;

/// <summary>
/// Plans Scd2 loads of event-time views: a version starts at its event and ends where the key's next one starts. Every row finds the
/// version before it and the start after it; rows of one batch then part the room between them. Nothing depends on the order of loads.
/// </summary>
internal static class EventLoadPlanner
{
    /// <summary>One row a key and instant: the last in source order.</summary>
    public static string Reduce(LoadTarget target)
    {
        var view = target.Source;
        string[] place = [.. Of("s", view.Keys), Of("s", view.EventTime!)];
        return $"""
            CREATE TEMPORARY TABLE ematix_batch ON COMMIT DROP AS
            SELECT DISTINCT ON ({SqlList.Wrap(place, 20)})
                {SqlList.Wrap(Converted(view), 4)}
            FROM {StagePlanner.Stage} AS s
            ORDER BY {SqlList.Wrap([.. place, .. target.LastOfTies, $"s.{StagePlanner.RowOrder} DESC"], 9)}
            """;
    }

    /// <summary>
    /// Drops rows equal to the visible version that starts at their instant. Of the others: the version each follows or replaces, and the
    /// next start after it (such a row is late). Most rows follow the current version, found by one join; only the rest look further.
    /// </summary>
    public static string FindChanges(LoadTarget target)
    {
        var view = target.View;
        var eventTime = Of("b", view.EventTime!);
        var table = Identifier.Table(view);
        var looksFurther = $"(c.ctid IS NULL OR c.{ValidFrom} > {eventTime})";
        return $"""
            CREATE TEMPORARY TABLE ematix_change ON COMMIT DROP AS
            SELECT b.*, v._ematix_place AS _ematix_follows, later.{ValidFrom} AS _ematix_next{CarryPlanner.FromFollowed(target)}
            FROM {Batch} AS b
            LEFT JOIN {table} AS c
              ON {SqlList.And([.. SameKey(view, "c", "b"), $"c.{IsCurrent}"], 2)}
            LEFT JOIN LATERAL (
                SELECT {SqlList.Wrap(["h.ctid AS _ematix_place", $"h.{ValidFrom}", .. Of("h", target.Compared), .. CarryPlanner.Along(target, "h")], 11)}
                FROM {table} AS h
                WHERE {SqlList.And([looksFurther, .. SameKey(view, "h", "b"), $"h.{ValidFrom} <= {eventTime}", Visible("h")], 6)}
                ORDER BY h.{ValidFrom} DESC
                LIMIT 1
            ) AS earlier ON true
            LEFT JOIN LATERAL (
                SELECT h.{ValidFrom}
                FROM {table} AS h
                WHERE {SqlList.And([looksFurther, .. SameKey(view, "h", "b"), $"h.{ValidFrom} > {eventTime}", Visible("h")], 6)}
                ORDER BY h.{ValidFrom}
                LIMIT 1
            ) AS later ON true
            CROSS JOIN LATERAL (
                SELECT {SqlList.Wrap(["c.ctid AS _ematix_place", $"c.{ValidFrom}", .. Of("c", target.Compared), .. CarryPlanner.Along(target, "c")], 11)}
                WHERE NOT {looksFurther}
                UNION ALL
                SELECT {SqlList.Wrap(["earlier._ematix_place", $"earlier.{ValidFrom}", .. Of("earlier", target.Compared), .. CarryPlanner.Along(target, "earlier")], 11)}
                WHERE {looksFurther}
            ) AS v
            WHERE v._ematix_place IS NULL
               OR v.{ValidFrom} < {eventTime}
               OR {SqlList.Or(Differs(target, "b", "v"), 3)}
            """;
    }

    /// <summary>Rows older than a start that their key had before this load: how many, and up to five keys with both times.</summary>
    public static string LateEvents(FeatureViewModel view) => $"""
        SELECT count(*) OVER (), {StagePlanner.KeyTexts(view, "c")}, {Of("c", view.EventTime!)}, c._ematix_next
        FROM {Change} AS c
        WHERE c._ematix_next IS NOT NULL
        ORDER BY {SqlList.Wrap([.. Of("c", view.Keys), Of("c", view.EventTime!)], 9)}
        LIMIT 5
        """;

    /// <summary>Leaves late rows out.</summary>
    public static string SkipLateEvents() => $"""
        DELETE FROM {Change}
        WHERE _ematix_next IS NOT NULL
        """;

    /// <summary>
    /// The version before an event ends there, if it did not end earlier (by its time to live). One that starts at the event is replaced:
    /// it becomes empty, kept for audit and never seen.
    /// </summary>
    public static string Close(FeatureViewModel view)
    {
        var eventTime = Of("c", view.EventTime!);
        return $"""
            UPDATE {Identifier.Table(view)} AS t
            SET {ValidTo} = least(t.{ValidTo}, e.first_event),
                {IsCurrent} = false,
                {ClosedBy} = CASE WHEN t.{ValidTo} <= e.first_event THEN t.{ClosedBy} ELSE 'next' END
            FROM (
                SELECT c._ematix_follows, min({eventTime}) AS first_event
                FROM {Change} AS c
                WHERE c._ematix_follows IS NOT NULL
                GROUP BY c._ematix_follows
            ) AS e
            WHERE t.ctid = e._ematix_follows
              AND (t.{ValidTo} IS NULL OR t.{ValidTo} > e.first_event)
            """;
    }

    /// <summary>A new version ends where the key's next one starts, in the batch or in the history; it is open if there is none.</summary>
    public static string Insert(LoadTarget target)
    {
        var view = target.View;
        var eventTime = Of("c", view.EventTime!);
        return $"""
            INSERT INTO {Identifier.Table(view)} (
                {TargetColumns(view)})
            SELECT
                {SqlList.Wrap(CarryPlanner.Values(target), 4)},
                {eventTime}, c._ematix_ends, c._ematix_ends IS NULL,
                {RowHashOf(target, "c")},
                $1, $2, CASE WHEN c._ematix_ends IS NOT NULL THEN 'next' END
            FROM (
                SELECT c.*, least(c._ematix_next, lead({eventTime}) OVER (
                    PARTITION BY {SqlList.Wrap(Of("c", view.Keys), 17)} ORDER BY {eventTime})) AS _ematix_ends
                FROM {CarryPlanner.Chain(target)} AS c
            ) AS c
            """;
    }
}
