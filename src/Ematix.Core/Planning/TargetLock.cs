using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Planning;

/// <summary>The lock that makes loads of one target queue: an advisory one, which a transaction holds and a proxy can't break.</summary>
internal static class TargetLock
{
    /// <summary>Queues behind other loads of the view.</summary>
    public static string Take(FeatureViewModel view) => Take(Identifier.Table(view));

    /// <summary>Waits for a load of the view that is under way, beside other readers.</summary>
    public static string Await(FeatureViewModel view) => $"SELECT pg_catalog.pg_advisory_xact_lock_shared({Hash(Identifier.Table(view))})";

    /// <summary>The process that holds the view's lock, with what it says it is.</summary>
    public static string Holder(FeatureViewModel view) => $"""
        SELECT l.pid, coalesce(a.application_name, '')
        FROM pg_catalog.pg_locks AS l
        LEFT JOIN pg_catalog.pg_stat_activity AS a ON a.pid = l.pid
        CROSS JOIN (SELECT {Hash(Identifier.Table(view))} AS key) AS h
        WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
          AND l.database = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
          AND l.classid = ((h.key >> 32) & 4294967295)::oid
          AND l.objid = (h.key & 4294967295)::oid
        """;

    /// <summary>Queues behind others that hold a name.</summary>
    public static string Take(string name) => $"SELECT pg_catalog.pg_advisory_xact_lock({Hash(name)})";

    private static string Hash(string name) => $"pg_catalog.hashtextextended({Literal.Text(name)}, 0)";
}
