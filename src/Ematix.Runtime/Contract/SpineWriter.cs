using System.ComponentModel;
using Ematix.Model;

namespace Ematix.Runtime;

/// <summary>Takes a typed spine column by column, in order. For generated code: one method a kind of column; null writes NULL.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SpineWriter
{
    private protected SpineWriter()
    {
    }

#pragma warning disable CS1591 // One line a kind; the type map says what each writes.
    public void Boolean<TRow>(IReadOnlyList<TRow> rows, Func<TRow, bool?> column) => Write(rows, column, ColumnKind.Boolean);

    public void Int16<TRow>(IReadOnlyList<TRow> rows, Func<TRow, short?> column) => Write(rows, column, ColumnKind.Int16);

    public void Int32<TRow>(IReadOnlyList<TRow> rows, Func<TRow, int?> column) => Write(rows, column, ColumnKind.Int32);

    public void Int64<TRow>(IReadOnlyList<TRow> rows, Func<TRow, long?> column) => Write(rows, column, ColumnKind.Int64);

    public void Single<TRow>(IReadOnlyList<TRow> rows, Func<TRow, float?> column) => Write(rows, column, ColumnKind.Single);

    public void Double<TRow>(IReadOnlyList<TRow> rows, Func<TRow, double?> column) => Write(rows, column, ColumnKind.Double);

    public void Numeric<TRow>(IReadOnlyList<TRow> rows, Func<TRow, decimal?> column) => Write(rows, column, ColumnKind.Numeric);

    public void Text<TRow>(IReadOnlyList<TRow> rows, Func<TRow, string?> column) => Write(rows, row => Storable(column(row)), ColumnKind.Text);

    public void Instant<TRow>(IReadOnlyList<TRow> rows, Func<TRow, DateTimeOffset?> column) =>
        Write(rows, row => column(row) is { } instant ? PgInstant.Floor(instant) : default(long?), ColumnKind.Instant);

    public void Date<TRow>(IReadOnlyList<TRow> rows, Func<TRow, DateOnly?> column) =>
        Write(rows, row => column(row) is { } date ? PgDate.Of(date) : default(int?), ColumnKind.Date);

    public void Time<TRow>(IReadOnlyList<TRow> rows, Func<TRow, TimeOnly?> column) => Write(rows, column, ColumnKind.Time);

    public void Interval<TRow>(IReadOnlyList<TRow> rows, Func<TRow, TimeSpan?> column) => Write(rows, column, ColumnKind.Interval);

    public void Uuid<TRow>(IReadOnlyList<TRow> rows, Func<TRow, Guid?> column) => Write(rows, column, ColumnKind.Uuid);

    public void Bytes<TRow>(IReadOnlyList<TRow> rows, Func<TRow, byte[]?> column) => Write(rows, column, ColumnKind.Bytes);
#pragma warning restore CS1591

    /// <summary>Takes a column: instants as microseconds and dates as days since 2000, all else as it is.</summary>
    private protected abstract void Add<T>(T[] values, ColumnKind kind);

    private static string? Storable(string? text) =>
        text is not null && PgText.Fault(text) is { } fault ? throw new ArgumentException($"A text of the spine {fault}; no version has such a key.", nameof(text)) : text;

    private void Write<TRow, T>(IReadOnlyList<TRow> rows, Func<TRow, T> column, ColumnKind kind)
    {
        var values = new T[rows.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = column(rows[i]);
        Add(values, kind);
    }
}
