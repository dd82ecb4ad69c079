using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Planning;

/// <summary>Plans how the rights on an online snapshot outlive it: it goes with its rights when it is dropped, and is built anew.</summary>
internal static class RightsPlanner
{
    /// <summary>Owner, whether that is the current role, and each right (column, privilege, role, whether it may be handed on); one row without a privilege where there are none. Parameters: schema, name.</summary>
    public const string Probe = """
        SELECT o.rolname::text, o.rolname = current_user, g.attname::text, g.privilege_type, r.rolname::text, g.is_grantable
        FROM pg_class AS c
        JOIN pg_namespace AS n ON n.oid = c.relnamespace
        JOIN pg_roles AS o ON o.oid = c.relowner
        LEFT JOIN LATERAL (
            SELECT NULL::name AS attname, x.grantee, x.privilege_type, x.is_grantable
            FROM aclexplode(c.relacl) AS x
            UNION ALL
            SELECT a.attname, x.grantee, x.privilege_type, x.is_grantable
            FROM pg_attribute AS a
            CROSS JOIN LATERAL aclexplode(a.attacl) AS x
            WHERE a.attrelid = c.oid AND NOT a.attisdropped
        ) AS g ON g.grantee <> c.relowner
        LEFT JOIN pg_roles AS r ON r.oid = g.grantee
        WHERE n.nspname = $1 AND c.relname = $2
        ORDER BY g.attname NULLS FIRST, g.privilege_type, r.rolname
        """;

    /// <summary>Gives the rights back. Those on columns that are no more are gone with them.</summary>
    public static IEnumerable<string> Restore(FeatureViewModel view, SnapshotRights rights)
    {
        var name = OnlinePlanner.Name(view);
        foreach (var grant in rights.Grants.Where(grant => grant.Column is null || grant.Column == ReservedColumns.ValidFrom || view.Columns.Any(column => column.Column == grant.Column)))
        {
            var column = grant.Column is null ? "" : $" ({Identifier.Quote(grant.Column)})";
            var grantee = grant.Grantee is null ? "PUBLIC" : Identifier.Quote(grant.Grantee);
            yield return $"GRANT {grant.Privilege}{column} ON {name} TO {grantee}{(grant.IsGrantable ? " WITH GRANT OPTION" : "")}";
        }

        // Last: what was granted before is the new owner's grant from then on.
        if (!rights.IsCallers)
            yield return $"ALTER {(view.OnlineStore == OnlineStore.Table ? "TABLE" : "MATERIALIZED VIEW")} {name} OWNER TO {Identifier.Quote(rights.Owner)}";
    }
}
