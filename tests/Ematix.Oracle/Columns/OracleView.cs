namespace Ematix.Oracle;

/// <summary>A feature view: its columns in order, and how long a version stays alive.</summary>
/// <param name="Columns">All columns, in declaration order. A row is an array of as many values.</param>
/// <param name="Ttl">The time to live in microseconds, or null for ever.</param>
public sealed record OracleView(IReadOnlyList<OracleColumn> Columns, long? Ttl)
{
    /// <summary>How loads keep the table.</summary>
    public TableMode Mode { get; init; }

    /// <summary>The place of the event time in a row; null in a snapshot view.</summary>
    public int? EventTime { get; } = Columns.Index().Where(column => column.Item.Role == ColumnRole.EventTime).Select(column => (int?)column.Index).SingleOrDefault();

    /// <summary>The places of the key columns in a row.</summary>
    public IReadOnlyList<int> Keys { get; } = [.. Columns.Index().Where(column => column.Item.Role == ColumnRole.Key).Select(column => column.Index)];

    /// <summary>The places of the columns that are no keys.</summary>
    public IReadOnlyList<int> Features { get; } = [.. Columns.Index().Where(column => column.Item.Role != ColumnRole.Key).Select(column => column.Index)];

    /// <summary>Whether two rows say the same of their entity in some columns.</summary>
    public static bool SaysTheSame(object?[] left, object?[] right, IEnumerable<int> columns) => columns.All(column => Values.Same(left[column], right[column]));

    /// <summary>The entity that a row speaks of.</summary>
    public RowKey KeyOf(object?[] row) => new([.. Keys.Select(column => row[column]!)]);

    /// <summary>The same view with another column as its event time.</summary>
    public OracleView WithEventTime(int place) =>
        new([.. Columns.Select((column, i) => column.Role == ColumnRole.Key ? column : column with { Role = i == place ? ColumnRole.EventTime : ColumnRole.Feature })], Ttl) { Mode = Mode };
}
