using System.Globalization;
using System.Text;

namespace Ematix.Oracle.Tests;

/// <summary>A spine as a query. Its rows stand in another order than theirs, which ORDER BY restores.</summary>
internal static class SpineSql
{
    /// <summary>The query up to a condition on the place of a row, and the rest of it.</summary>
    public static (string Start, string End) Parts(SpineValues spine, bool isNarrow)
    {
        var narrow = spine.Columns.Select((_, i) => isNarrow && spine.Rows.All(row => SqlText.IsNarrow(row[i]))).ToArray();
        var aliases = spine.Columns.Select((_, i) => "x" + i.ToString(CultureInfo.InvariantCulture)).ToArray();
        var query = new StringBuilder("SELECT ");
        query.AppendJoin(", ", spine.Columns.Zip(aliases, (column, alias) => $"v.{alias} AS {SqlText.Identifier(column.Name)}"));
        query.Append("\nFROM (VALUES\n  ");
        Append(query, -1, spine.Columns.Select((column, i) => Literal(column, null, narrow[i])));
        foreach (var (number, row) in spine.Rows.Index().Reverse())
        {
            query.Append(",\n  ");
            Append(query, number, spine.Columns.Select((column, i) => Literal(column, row[i], narrow[i])));
        }

        query.Append(CultureInfo.InvariantCulture, $") AS v (place, {string.Join(", ", aliases)})\nWHERE v.place > ");
        return (query.ToString(), "\nORDER BY v.place");
    }

    /// <summary>The query as one text.</summary>
    public static string Query(SpineValues spine)
    {
        var (start, end) = Parts(spine, isNarrow: false);
        return start + "-1" + end;
    }

    private static void Append(StringBuilder query, int place, IEnumerable<string> values) =>
        query.Append(CultureInfo.InvariantCulture, $"({place}, {string.Join(", ", values)})");

    /// <summary>A spine's numerics have digits: they become columns of the output.</summary>
    private static string Literal(OracleColumn column, object? value, bool isNarrow) => column.Kind == ValueKind.Numeric
        ? string.Create(CultureInfo.InvariantCulture, $"{SqlText.Literal(column, value, isNarrow: false)}::numeric({column.Digits.Precision},{column.Digits.Scale})")
        : SqlText.Literal(column, value, isNarrow);
}
