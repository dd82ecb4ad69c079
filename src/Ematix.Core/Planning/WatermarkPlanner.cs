using static Ematix.Planning.StagePlanner;

namespace Ematix.Planning;

/// <summary>Plans watermarks: how far a source has been read, kept per target, column and feature set, and moved in the transaction that writes the rows.</summary>
internal static class WatermarkPlanner
{
    /// <summary>The watermark that is kept, with its type. Parameters: the catalog name, the column, the feature set's columns (none for a load of all).</summary>
    public const string Stored = """
        SELECT w.column_type, w.value
        FROM ematix_flow.watermarks AS w
        WHERE w.view_name = $1 AND w.column_name = $2 AND w.feature_set = $3
        """;

    /// <summary>Keeps a watermark. Parameters: the catalog name, the column, the feature set's columns, the type, the value, the batch id, the load time.</summary>
    public const string Keep = """
        INSERT INTO ematix_flow.watermarks (view_name, column_name, feature_set, column_type, value, run_id, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (view_name, column_name, feature_set) DO UPDATE SET
            column_type = excluded.column_type, value = excluded.value, run_id = excluded.run_id, updated_at = excluded.updated_at
        """;

    /// <summary>
    /// The condition on rows <c>s</c> of a query that are to be read: from the bound on where a row that is read again changes nothing, above it where it would be added
    /// again. Rows without a value are read, to be refused. It runs in the search path of the query, so every name is qualified.
    /// </summary>
    /// <param name="column">The column.</param>
    /// <param name="mode">The view's mode.</param>
    /// <param name="bound">The bound, as SQL.</param>
    public static string ToRead(IncrementalColumn column, SyncMode mode, string bound)
    {
        var value = "s." + Sql.Identifier.Quote(column.Name);
        var (collation, type) = Qualified(column);
        var above = mode == SyncMode.Append ? "OPERATOR(pg_catalog.>)" : "OPERATOR(pg_catalog.>=)";
        return $"{value}{collation} {above} {bound}::{type} OR {value} IS NULL";
    }

    /// <summary>The column of a query's rows <c>s</c> that has a place of its own in the stage; else none. It, too, runs in the search path of the query.</summary>
    public static IEnumerable<string> OwnColumn(IncrementalColumn column)
    {
        var (collation, type) = Qualified(column);
        return column.OwnPlace.Select(place => $"s.{Sql.Identifier.Quote(column.Name)}::{type}{collation} AS {place}");
    }

    private static (string Collation, string Type) Qualified(IncrementalColumn column) => column.Type switch
    {
        IncrementalType.Text => (" COLLATE pg_catalog.\"C\"", "pg_catalog.text"),
        IncrementalType.Integer => ("", "bigint"),
        IncrementalType.Timestamp => ("", "timestamp"),
        var other => ("", "pg_catalog." + IncrementalTypes.SqlName(other)),
    };

    /// <summary>Leaves staged rows out that had been read before. Parameter: the bound.</summary>
    public static string KeepNew(IncrementalColumn column, SyncMode mode) => $"""
        DELETE FROM {Stage} AS s
        WHERE s.{column.Staged} {(mode == SyncMode.Append ? "<=" : "<")} $1
        """;

    /// <summary>The greatest of a watermark and the values that are staged: it never moves back. Parameter: the watermark.</summary>
    public static string Newest(IncrementalColumn column)
    {
        var value = "s." + column.Staged;
        // There is no max(uuid) before version 18; its text has the same order.
        var (known, newest) = column.Type switch
        {
            IncrementalType.Text => ("$1::text COLLATE \"C\"", $"max({value} COLLATE \"C\")"),
            IncrementalType.Uuid => ("$1::uuid", $"max({value}::text COLLATE \"C\")::uuid"),
            _ => ($"$1::{IncrementalTypes.SqlName(column.Type)}", $"max({value})"),
        };
        return $"""
            SELECT greatest({known}, {newest})
            FROM {Stage} AS s
            """;
    }

    /// <summary>A row needs a value that has a place in the order, and none that is above all others for ever.</summary>
    public static IEnumerable<BatchCheck> Checks(IncrementalColumn column)
    {
        var value = "s." + column.Staged;
        yield return new(BatchCheckKind.NullIncremental, column.Name, $"{value} IS NULL");
        // A column of the view has this check already.
        if (column.IsStaged || !IncrementalTypes.IsTime(column.Type))
            yield break;
        var zone = column.Type == IncrementalType.Instant ? " 00:00:00+00" : "";
        yield return new(BatchCheckKind.UnusableIncremental, column.Name, $"{value} < '0001-01-01{zone}' OR {value} >= '10000-01-01{zone}'");
    }
}
