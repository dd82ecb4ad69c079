namespace Ematix.Planning;

/// <summary>The tables of the catalog.</summary>
internal static class CatalogTables
{
    /// <summary>One row a view and version.</summary>
    private static readonly CatalogTable FeatureViews = new(
        "feature_views",
        [
            new("name", "text"),
            new("schema_name", "text NOT NULL"),
            new("table_name", "text NOT NULL"),
            new("feature_version", "text NOT NULL"),
            new("entity_keys", "text[] NOT NULL"),
            new("event_timestamp_column", "text"),
            new("ttl_seconds", "bigint"),
            new("description", "text"),
            new("owner", "text"),
            new("freshness_sla_seconds", "bigint"),
            new("last_synced_at", "timestamptz"),
            new("fingerprint", "text NOT NULL"),
            new("registered_at", "timestamptz NOT NULL DEFAULT now()"),
        ],
        "name");

    /// <summary>One row for each definition that a view ever had, with the canonical text behind its fingerprint.</summary>
    private static readonly CatalogTable Definitions = new(
        "definitions",
        [
            new("name", "text NOT NULL"),
            new("fingerprint", "text NOT NULL"),
            new("definition", "text NOT NULL"),
            new("first_seen_at", "timestamptz NOT NULL DEFAULT clock_timestamp()"),
        ],
        "name, fingerprint");

    /// <summary>One row a load. Overrides of the view (event time, time to live) stand here where the load had them.</summary>
    private static readonly CatalogTable RunHistory = new(
        "run_history",
        [
            new("run_id", "uuid"),
            new("view_name", "text NOT NULL"),
            new("status", "text NOT NULL CHECK (status IN ('running', 'succeeded', 'failed', 'abandoned'))"),
            new("started_at", "timestamptz NOT NULL"),
            new("finished_at", "timestamptz"),
            new("load_time", "timestamptz"),
            new("rows_read", "bigint"),
            new("rows_inserted", "bigint"),
            new("rows_updated", "bigint"),
            new("rows_closed", "bigint"),
            new("rows_deleted", "bigint"),
            new("rows_expired", "bigint"),
            new("rows_skipped", "bigint"),
            new("error", "text"),
            new("mode", "text"),
            new("event_timestamp_column", "text"),
            new("ttl", "interval"),
            new("incremental_column", "text"),
            new("watermark", "text"),
            new("rows_staged", "bigint"),
        ],
        "run_id",
        "CREATE INDEX IF NOT EXISTS run_history_view_name_started_at ON ematix_flow.run_history (view_name, started_at)");

    /// <summary>How far each source has been read: per target, column and feature set (none for a load of all columns).</summary>
    private static readonly CatalogTable Watermarks = new(
        "watermarks",
        [
            new("view_name", "text NOT NULL"),
            new("column_name", "text NOT NULL"),
            new("feature_set", "text[] NOT NULL"),
            new("column_type", "text NOT NULL"),
            new("value", "text NOT NULL"),
            new("run_id", "uuid NOT NULL"),
            new("updated_at", "timestamptz NOT NULL"),
        ],
        "view_name, column_name, feature_set");

    /// <summary>All of them, in the order of their creation.</summary>
    public static readonly IReadOnlyList<CatalogTable> All = [FeatureViews, Definitions, RunHistory, Watermarks];
}
