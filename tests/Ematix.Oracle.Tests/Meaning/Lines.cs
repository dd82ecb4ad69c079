using System.Globalization;

namespace Ematix.Oracle.Tests.Meaning;

/// <summary>Versions and rows as short texts: the values of all columns but keys and instants, joined by a slash.</summary>
internal static class Lines
{
    /// <summary>The versions of a key: <c>value/value[from,to)closedBy</c>.</summary>
    public static string Of(OracleTable table, string key = "k") => string.Join(" ", table.History(new RowKey([key])).Select(version => string.Create(
        CultureInfo.InvariantCulture, $"{Of(table.View, version.Values)}[{version.From},{(version.To is { } to ? to.ToString(CultureInfo.InvariantCulture) : "")}){version.ClosedBy?.ToString().ToLowerInvariant()}")));

    /// <summary>The rows of a table without history, each with its key and the time of its load: <c>key:value@load</c>.</summary>
    public static string Of(OracleTarget table) => string.Join(" ", ((RowsTable)table).Rows.Select(row => string.Create(
        CultureInfo.InvariantCulture, $"{string.Concat(table.View.KeyOf(row.Values).Parts)}:{Of(table.View, row.Values)}@{row.LoadedAt}")));

    private static string Of(OracleView view, object?[] values) =>
        string.Join("/", view.Features.Where(column => view.Columns[column].Kind != ValueKind.Instant).Select(column => values[column] ?? "NULL"));
}
