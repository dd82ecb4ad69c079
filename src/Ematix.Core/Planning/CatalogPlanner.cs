namespace Ematix.Planning;

/// <summary>Plans the catalog: the tables of the schema <c>ematix_flow</c> (<see cref="CatalogTables"/>) and what is read from and written to them.</summary>
internal static class CatalogPlanner
{
    /// <summary>
    /// Creates the catalog where it is missing and adds what an older one lacks; null where there is nothing to do. Run under <see cref="Lock"/>:
    /// IF NOT EXISTS alone fails when several start at once.
    /// </summary>
    /// <param name="found">What <see cref="Probe"/> found.</param>
    public static string? BringUpToDate(IReadOnlyCollection<string> found)
    {
        string[] statements = [.. CatalogTables.All.SelectMany(table => table.BringUpToDate(found))];
        if (statements.Length == 0)
            return null;
        IEnumerable<string> schema = found.Count == 0 ? ["CREATE SCHEMA IF NOT EXISTS ematix_flow"] : [];
        return string.Join(";\n", schema.Concat(statements));
    }

    /// <summary>The database's clock, and the time of the target's last committed load. Parameter: the catalog name.</summary>
    public const string Clock = """
        SELECT clock_timestamp(), (SELECT f.last_synced_at FROM ematix_flow.feature_views AS f WHERE f.name = $1)
        """;

    /// <summary>What exists: the catalog's columns, as <c>table.column</c>; the view's schema; its table. Parameters: schema, table.</summary>
    public const string Probe = """
        SELECT
            ARRAY(SELECT c.relname::text || '.' || a.attname::text
                  FROM pg_catalog.pg_attribute AS a
                  JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid
                  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
                  WHERE n.nspname = 'ematix_flow' AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped),
            EXISTS (SELECT FROM pg_catalog.pg_namespace AS n WHERE n.nspname = $1),
            EXISTS (SELECT FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
                    WHERE n.nspname = $1 AND c.relname = $2)
        """;

    /// <summary>The registered definition of a view, with its canonical text where that is kept. Parameter: the catalog name.</summary>
    public const string Registered = """
        SELECT f.fingerprint, f.ttl_seconds, f.freshness_sla_seconds, f.description, f.owner, f.entity_keys, f.event_timestamp_column, d.definition
        FROM ematix_flow.feature_views AS f
        LEFT JOIN ematix_flow.definitions AS d ON d.name = f.name AND d.fingerprint = f.fingerprint
        WHERE f.name = $1
        """;

    /// <summary>
    /// Registers a view or brings its entry up to date; keeps the time of its last load. Parameters: name, schema, table, version, keys,
    /// event time column, TTL and SLA in seconds, description, owner, fingerprint.
    /// </summary>
    public const string Register = """
        INSERT INTO ematix_flow.feature_views AS f (
            name, schema_name, table_name, feature_version, entity_keys, event_timestamp_column,
            ttl_seconds, freshness_sla_seconds, description, owner, fingerprint)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT (name) DO UPDATE SET
            entity_keys = excluded.entity_keys,
            event_timestamp_column = excluded.event_timestamp_column,
            ttl_seconds = excluded.ttl_seconds,
            freshness_sla_seconds = excluded.freshness_sla_seconds,
            description = excluded.description,
            owner = excluded.owner,
            fingerprint = excluded.fingerprint
        """;

    /// <summary>Keeps a definition for good. Parameters: the catalog name, the fingerprint, the canonical text.</summary>
    public const string Define = """
        INSERT INTO ematix_flow.definitions (name, fingerprint, definition)
        VALUES ($1, $2, $3)
        ON CONFLICT (name, fingerprint) DO NOTHING
        """;

    /// <summary>Records a load. Parameters: the catalog name, the load time.</summary>
    public const string Loaded = """
        UPDATE ematix_flow.feature_views
        SET last_synced_at = $2
        WHERE name = $1
        """;

    /// <summary>Lets one process at a time create what is missing.</summary>
    public static readonly string Lock = TargetLock.Take("ematix_flow");
}
