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
    /// <param name="extra">A column that the view does not have, or null.</param>
    public static string Query(ViewSpec spec, Batch batch, ExtraColumn? extra = null)
    {
        var columns = spec.Columns.Select((column, i) => (column.Column, Alias: $"x{i.ToString(CultureInfo.InvariantCulture)}", Place: i))
            .Where(column => Provides(spec, batch.Options, column.Place))
            .ToArray();
        var isNarrow = columns.ToDictionary(column => column.Place, column => batch.Way is SourceWay.NarrowSql or SourceWay.NarrowRemoteSql && batch.Rows.All(row => SqlText.IsNarrow(row[column.Place])));
        var query = new StringBuilder("SELECT ");
        query.AppendJoin(", ", columns.Reverse().Select(column => $"v.{column.Alias} AS {SqlText.Identifier(column.Column.Name)}"));
        if (extra is not null)
            query.Append(", v.extra AS ").Append(extra.Name);
        query.Append("\nFROM (VALUES\n  (-1");
        foreach (var column in columns)
            query.Append(", ").Append(SqlText.Literal(column.Column, null, isNarrow[column.Place]));
        query.Append(", ").Append(extra?.Literal(0) ?? "0").Append(')');
        foreach (var (number, row) in batch.Rows.Index().Reverse())
        {
            query.Append(CultureInfo.InvariantCulture, $",\n  ({number}");
            foreach (var column in columns)
                query.Append(", ").Append(SqlText.Literal(column.Column, row[column.Place], isNarrow[column.Place]));
            query.Append(", ").Append(extra?.Literal(number) ?? "0").Append(')');
        }

        query.Append(CultureInfo.InvariantCulture, $") AS v (place, {string.Join(", ", columns.Select(column => column.Alias))}, extra)\nWHERE v.place >= 0\nORDER BY v.place");
        return query.ToString();
    }

    /// <summary>A source by columns has exactly the columns of a feature set, beside keys and event time.</summary>
    public static bool Provides(ViewSpec spec, LoadOptions options, int column) =>
        options.FeatureSet is not { } set || set.Contains(column) || spec.View.Keys.Contains(column) || column == spec.View.EventTime;
}

/// <summary>A column of a query that its view does not have.</summary>
/// <param name="Name">Its name, which needs no quotes.</param>
/// <param name="Literal">The value of the row at a place, with its type.</param>
internal sealed record ExtraColumn(string Name, Func<int, string> Literal);
