using System.Globalization;
using System.Text;

namespace Ematix.Oracle.Tests;

/// <summary>
/// A batch as a query: its rows stand in another order than theirs, which ORDER BY restores, and its columns in another order than the
/// view's, which finds them by name.
/// </summary>
internal static class SqlRows
{
    /// <param name="spec">The view.</param>
    /// <param name="batch">The rows.</param>
    /// <param name="place">The name of a column with each row's place, or null for none.</param>
    public static string Query(ViewSpec spec, Batch batch, string? place = null)
    {
        var columns = spec.Columns.Select((column, i) => (column.Column, Alias: $"x{i.ToString(CultureInfo.InvariantCulture)}", Place: i))
            .Where(column => Provides(spec, batch.Options, column.Place))
            .ToArray();
        var isNarrow = columns.ToDictionary(column => column.Place, column => batch.Way == SourceWay.NarrowSql && batch.Rows.All(row => SqlText.IsNarrow(row[column.Place])));
        var query = new StringBuilder("SELECT ");
        query.AppendJoin(", ", columns.Reverse().Select(column => $"v.{column.Alias} AS {SqlText.Identifier(column.Column.Name)}"));
        if (place is not null)
            query.Append(", v.place AS ").Append(place);
        query.Append("\nFROM (VALUES\n  (-1");
        foreach (var column in columns)
            query.Append(", ").Append(SqlText.Literal(column.Column, null, isNarrow[column.Place]));
        query.Append(')');
        foreach (var (number, row) in batch.Rows.Index().Reverse())
        {
            query.Append(CultureInfo.InvariantCulture, $",\n  ({number}");
            foreach (var column in columns)
                query.Append(", ").Append(SqlText.Literal(column.Column, row[column.Place], isNarrow[column.Place]));
            query.Append(')');
        }

        query.Append(CultureInfo.InvariantCulture, $") AS v (place, {string.Join(", ", columns.Select(column => column.Alias))})\nWHERE v.place >= 0\nORDER BY v.place");
        return query.ToString();
    }

    /// <summary>A query has exactly the columns of a feature set, beside keys and event time.</summary>
    private static bool Provides(ViewSpec spec, LoadOptions options, int column) =>
        options.FeatureSet is not { } set || set.Contains(column) || spec.View.Keys.Contains(column) || column == spec.View.EventTime;
}
