namespace Ematix.Benchmarks.Loads;

/// <summary>The columns that both views have, for statements by hand.</summary>
internal static class Columns
{
    public static readonly string[] Features =
        ["purchases", "orders", "average_order", "spend", "score", "ratio", "active", "country", "segment", "last_seen_at"];

    public static readonly string[] All = ["customer_id", .. Features];

    /// <summary>The columns of an alias.</summary>
    public static string Of(string alias) => string.Join(", ", All.Select(column => $"{alias}.{column}"));

    /// <summary>Whether any feature differs, typed.</summary>
    public static string Differ(string left, string right) =>
        string.Join(" OR ", Features.Select(column => $"{left}.{column} IS DISTINCT FROM {right}.{column}"));

    /// <summary>What the product refuses in a row, as the best statements by hand would ask it.</summary>
    public static string Refused(string alias) => string.Join(" OR ",
    [
        $"{alias}.customer_id IS NULL",
        $"{alias}.active IS NULL",
        $"{alias}.average_order >= 99999999.995 OR {alias}.average_order <= -99999999.995",
        $"{alias}.spend >= 9999999999.995 OR {alias}.spend <= -9999999999.995",
        $"{alias}.last_seen_at < timestamptz '0001-01-01 00:00:00+00' OR {alias}.last_seen_at >= timestamptz '10000-01-01 00:00:00+00'",
    ]);

    /// <summary>A row as text, as most write it: it changes with the session, and confuses columns.</summary>
    public static string Text(string alias) => $"concat_ws('|', {string.Join(", ", Features.Select(column => $"{alias}.{column}"))})";
}
