namespace Ematix.Oracle.Tests;

/// <summary>What a test knows of a view without asking the product.</summary>
/// <param name="Name">The view's name, for messages.</param>
/// <param name="Columns">Its columns, in declaration order.</param>
/// <param name="Ttl">Its time to live in microseconds, or null.</param>
/// <param name="Mode">How loads keep its table.</param>
internal sealed record ViewSpec(string Name, IReadOnlyList<ColumnSpec> Columns, long? Ttl, TableMode Mode = TableMode.History)
{
    public OracleView View { get; } = new([.. Columns.Select(column => column.Column)], Ttl) { Mode = Mode };

    public bool HasEventTime => View.EventTime is not null;

    public IReadOnlyList<ColumnSpec> Keys => [.. View.Keys.Select(column => Columns[column])];

    /// <summary>The places of the columns that are neither keys nor the event time.</summary>
    public IReadOnlyList<int> Features => [.. View.Features.Where(column => column != View.EventTime)];

    /// <summary>Whether a column can be a load's event time without being the view's.</summary>
    public bool IsOtherInstant(int column) => Mode == TableMode.History && HasEventTime && Columns[column].Column is { Role: ColumnRole.Feature, Kind: ValueKind.Instant, IsNullable: false, IsArray: false };

    /// <summary>The stored key of a row of source values.</summary>
    public RowKey KeyOf(object?[] row) => new([.. View.Keys.Select(column => Values.Stored(Columns[column].Column, row[column])!)]);

    /// <summary>The stored key of source values for the key columns alone.</summary>
    public RowKey KeyOf(IReadOnlyList<object?> key) => new([.. Keys.Zip(key, (column, value) => Values.Stored(column.Column, value)!)]);
}

/// <summary>A column and the property that it is made from.</summary>
internal sealed record ColumnSpec(string Property, OracleColumn Column);
