using System.Globalization;
using Spectre.Console;

namespace Quickstart;

/// <summary>Headings, sentences, tables and SQL; plain text where there is no terminal. Numbers and dates look the same in every culture.</summary>
internal static class Show
{
    public static void Heading(FormattableString text)
    {
        Console.WriteLine();
        AnsiConsole.Write(new Rule(Markup.Escape(Invariant(text))).LeftJustified());
    }

    public static void Say(FormattableString text) => Console.WriteLine(Invariant(text));

    public static void Sql(string text) => Console.WriteLine(text);

    public static void Table(string[] columns, IEnumerable<object?[]> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var (i, column) in columns.Index())
            table.AddColumn(new TableColumn(new Text(column)) { Alignment = i == 0 ? Justify.Left : Justify.Right, NoWrap = true });
        foreach (var row in rows)
            table.AddRow(row.Select(value => new Text(Cell(value))));
        AnsiConsole.Write(table);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Cell(object? value) => value switch
    {
        null => "-",
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        decimal number => number.ToString("N2", CultureInfo.InvariantCulture),
        long number => number.ToString("N0", CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
