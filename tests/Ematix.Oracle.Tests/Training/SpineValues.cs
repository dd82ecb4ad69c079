namespace Ematix.Oracle.Tests;

/// <summary>A spine as values.</summary>
/// <param name="Columns">Its columns: keys, the as-of, and what passes through.</param>
/// <param name="AsOf">The place of the as-of among them.</param>
/// <param name="Rows">Source values, in order; NULL may stand anywhere.</param>
internal sealed record SpineValues(IReadOnlyList<OracleColumn> Columns, int AsOf, IReadOnlyList<object?[]> Rows)
{
    public string AsOfName => Columns[AsOf].Name;

    /// <summary>Some of its rows, in any order, any of them more than once.</summary>
    public SpineValues Of(IEnumerable<int> rows) => this with { Rows = [.. rows.Select(row => Rows[row])] };

    /// <summary>The stored as-of of a row, or null.</summary>
    public long? AsOfOf(object?[] row) => row[AsOf] is DateTimeOffset at ? Micros.Floor(at) : null;

    /// <summary>The stored values of a row.</summary>
    public object?[] Stored(object?[] row) => [.. row.Zip(Columns, (value, column) => Values.Stored(column, value))];
}
