namespace Ematix.Planning;

/// <summary>Plans the catalog: <c>ematix_flow.feature_views</c>, one row a view and version, and <c>ematix_flow.run_history</c>, one a load.</summary>
internal static class CatalogPlanner
{
    /// <summary>Creates the catalog where it is missing. Run under <see cref="Lock"/>: IF NOT EXISTS alone fails when several start at once.</summary>
    public const string Create = """
        CREATE SCHEMA IF NOT EXISTS ematix_flow;
        CREATE TABLE IF NOT EXISTS ematix_flow.feature_views (
            name                   text PRIMARY KEY,
            schema_name            text NOT NULL,
            table_name             text NOT NULL,
            feature_version        text NOT NULL,
            entity_keys            text[] NOT NULL,
            event_timestamp_column text,
            ttl_seconds            bigint,
            description            text,
            owner                  text,
            freshness_sla_seconds  bigint,
            last_synced_at         timestamptz,
            fingerprint            text NOT NULL,
            registered_at          timestamptz NOT NULL DEFAULT now()
        );
        CREATE TABLE IF NOT EXISTS ematix_flow.run_history (
            run_id        uuid PRIMARY KEY,
            view_name     text NOT NULL,
            status        text NOT NULL CHECK (status IN ('running', 'succeeded', 'failed', 'abandoned')),
            started_at    timestamptz NOT NULL,
            finished_at   timestamptz,
            load_time     timestamptz,
            rows_read     bigint,
            rows_inserted bigint,
            rows_updated  bigint,
            rows_closed   bigint,
            rows_deleted  bigint,
            rows_expired  bigint,
            rows_skipped  bigint,
            error         text
        );
        CREATE INDEX IF NOT EXISTS run_history_view_name_started_at ON ematix_flow.run_history (view_name, started_at)
        """;

    /// <summary>The database's clock, and the time of the target's last committed load. Parameter: the catalog name.</summary>
    public const string Clock = """
        SELECT clock_timestamp(), (SELECT f.last_synced_at FROM ematix_flow.feature_views AS f WHERE f.name = $1)
        """;

    /// <summary>What exists: the catalog, the view's schema, its table. Parameters: schema, table.</summary>
    public const string Probe = """
        SELECT
            (SELECT count(*) = 2 FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
             WHERE n.nspname = 'ematix_flow' AND c.relname IN ('feature_views', 'run_history')),
            EXISTS (SELECT FROM pg_catalog.pg_namespace AS n WHERE n.nspname = $1),
            EXISTS (SELECT FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
                    WHERE n.nspname = $1 AND c.relname = $2)
        """;

    /// <summary>The registered definition of a view. Parameter: the catalog name.</summary>
    public const string Registered = """
        SELECT f.fingerprint, f.ttl_seconds, f.freshness_sla_seconds, f.description, f.owner
        FROM ematix_flow.feature_views AS f
        WHERE f.name = $1
        """;

    /// <summary>
    /// Registers a view or brings its metadata up to date; keeps the time of its last load. Parameters: name, schema, table, version, keys,
    /// event time column, TTL and SLA in seconds, description, owner, fingerprint.
    /// </summary>
    public const string Register = """
        INSERT INTO ematix_flow.feature_views AS f (
            name, schema_name, table_name, feature_version, entity_keys, event_timestamp_column,
            ttl_seconds, freshness_sla_seconds, description, owner, fingerprint)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT (name) DO UPDATE SET
            ttl_seconds = excluded.ttl_seconds,
            freshness_sla_seconds = excluded.freshness_sla_seconds,
            description = excluded.description,
            owner = excluded.owner,
            fingerprint = excluded.fingerprint
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
