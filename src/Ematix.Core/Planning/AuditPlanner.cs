using Ematix.Model;
using Ematix.Sql;
using static Ematix.Planning.VersionSql;
using static Ematix.Sql.ReservedColumns;

namespace Ematix.Planning;

/// <summary>
/// The invariants that history keeps at every commit, as SQL that finds what breaks them. Each statement answers how many rows break the
/// invariant, and up to five of their keys; no row means that it holds.
/// </summary>
internal static class AuditPlanner
{
    /// <summary>The invariants of an Scd2 table.</summary>
    public static IReadOnlyList<NamedSql> Invariants(FeatureViewModel view) =>
    [
        new("I1", "A key has at most one current version.", Found(view, $"""
            FROM {Identifier.Table(view)} AS t
            WHERE t.{IsCurrent}
            GROUP BY {SqlList.Wrap(Of("t", view.Keys), 9)}
            HAVING count(*) > 1
            """)),
        new("I2", "A version is current exactly while it is open, and does not end before it starts.", Found(view, $"""
            FROM {Identifier.Table(view)} AS t
            WHERE t.{IsCurrent} <> (t.{ValidTo} IS NULL) OR t.{ValidTo} < t.{ValidFrom}
            """)),
        new("I3", "Visible versions of a key never overlap, and touch, except after one closed by a delete or the time to live.", Found(view, $"""
            FROM {Neighbours(view)}
            WHERE t._ematix_next IS NOT NULL
              AND (t.{ValidTo} IS NULL OR t.{ValidTo} > t._ematix_next
                   OR t.{ValidTo} < t._ematix_next AND t.{ClosedBy} NOT IN ('delete', 'ttl'))
            """)),
        .. view.EventTime is null ? [Repeats(view)] : Array.Empty<NamedSql>(),
        new("I5", "No key is NULL.", Found(view, $"""
            FROM {Identifier.Table(view)} AS t
            WHERE {SqlList.Or(Of("t", view.Keys).Select(key => $"{key} IS NULL"), 3)}
            """)),
    ];

    /// <summary>I6: the online snapshot holds exactly the current versions. Answers how many rows differ.</summary>
    public static string OnlineDifference(FeatureViewModel view) => $"""
        SELECT count(*)
        FROM (
            ({OnlinePlanner.Current(view)}
            EXCEPT ALL
            SELECT {SqlList.Wrap([.. Of("o", view.Columns), $"o.{ValidFrom}"], 7)} FROM {OnlinePlanner.Name(view)} AS o)
            UNION ALL
            (SELECT {SqlList.Wrap([.. Of("o", view.Columns), $"o.{ValidFrom}"], 7)} FROM {OnlinePlanner.Name(view)} AS o
            EXCEPT ALL
            {OnlinePlanner.Current(view)})
        ) AS d
        """;

    /// <summary>Events are versions of their own, whatever they say: where loads place them by different columns, two may say the same.</summary>
    private static NamedSql Repeats(FeatureViewModel view) => new("I4", "Versions that touch differ in a compared column, unless the first was closed by a renewal.", Found(view, $"""
        FROM {Neighbours(view)}
        JOIN {Identifier.Table(view)} AS n
          ON {SqlList.And([.. SameKey(view, "n", "t"), $"n.{ValidFrom} = t._ematix_next", Visible("n")], 2)}
        WHERE t.{ValidTo} = t._ematix_next
          AND t.{ClosedBy} <> 'renewal'
          AND NOT ({SqlList.Or(ChangePlanner.Differs(LoadTarget.Of(view, LoadOptionsModel.Default), "t", "n"), 7)})
        """));

    private static string Found(FeatureViewModel view, string from) => $"""
        SELECT count(*) OVER (), {StagePlanner.KeyTexts(view, "t")}
        {from}
        LIMIT 5
        """;

    /// <summary>Visible versions, each with the start of its key's next one.</summary>
    private static string Neighbours(FeatureViewModel view) => $"""
        (
                SELECT h.*, lead(h.{ValidFrom}) OVER (
                    PARTITION BY {SqlList.Wrap(Of("h", view.Keys), 17)} ORDER BY h.{ValidFrom}) AS _ematix_next
                FROM {Identifier.Table(view)} AS h
                WHERE {Visible("h")}
            ) AS t
        """;
}
