using Ematix.Model;
using Ematix.Sql;
using static Ematix.Planning.VersionSql;
using static Ematix.Sql.ReservedColumns;

namespace Ematix.Planning;

/// <summary>Plans soft deletes: keys that the source no longer has lose their current version, if it is alive.</summary>
internal static class DeletePlanner
{
    /// <summary>How many keys have a current version that is alive, and how many of them the source no longer has. Parameters: the load time, the time to live.</summary>
    public static string Count(FeatureViewModel view) => $"""
        SELECT count(*), count(*) FILTER (WHERE {ChangePlanner.Absent(view, "t")})
        FROM {Identifier.Table(view)} AS t
        WHERE t.{IsCurrent}
          AND {Alive("t", "$1::timestamptz", "$2")}
        """;

    /// <summary>The first five of those keys. Parameters: the load time, the time to live.</summary>
    public static string Sample(FeatureViewModel view) => $"""
        SELECT {StagePlanner.KeyTexts(view, "t")}
        FROM {Identifier.Table(view)} AS t
        WHERE t.{IsCurrent}
          AND {Alive("t", "$1::timestamptz", "$2")}
          AND {ChangePlanner.Absent(view, "t")}
        ORDER BY {SqlList.Wrap(Of("t", view.Keys), 9)}
        LIMIT 5
        """;

    /// <summary>Ends them at the load time. Parameters: the load time, the time to live.</summary>
    public static string Delete(FeatureViewModel view) => $"""
        UPDATE {Identifier.Table(view)} AS t
        SET {ValidTo} = $1, {IsCurrent} = false, {ClosedBy} = 'delete'
        WHERE t.{IsCurrent}
          AND {Alive("t", "$1::timestamptz", "$2")}
          AND {ChangePlanner.Absent(view, "t")}
        """;
}
