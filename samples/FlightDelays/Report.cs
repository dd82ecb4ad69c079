using System.Globalization;
using Ematix;
using FlightDelays.Answers;
using Spectre.Console;

namespace FlightDelays;

/// <summary>Counts and timings, as tables.</summary>
internal static class Report
{
    public static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    public static void Loaded(IEnumerable<(string View, SyncResult Load)> loads)
    {
        var table = Table("loaded", "rows read", "ties dropped", "versions", "seconds");
        foreach (var (view, load) in loads)
            table.AddRow(view, Count(load.RowsRead), Count(load.Duplicates), Count(load.Inserted), Seconds(load.Duration));
        AnsiConsole.Write(table);
    }

    public static void Answered(IEnumerable<Question> questions)
    {
        var table = Table("answered", "flights", "nothing known", "share", "seconds");
        foreach (var question in questions)
            table.AddRow(question.View, Count(question.Asked), Count(question.Unknown), Share(question), Seconds(question.Elapsed));
        AnsiConsole.Write(table);
    }

    private static Table Table(string first, params string[] numbers)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(first);
        foreach (var column in numbers)
            table.AddColumn(column, settings => settings.RightAligned());
        return table;
    }

    private static string Share(Question question) =>
        question.Asked == 0 ? "-" : ((double)question.Unknown / question.Asked).ToString("0.0 %", CultureInfo.InvariantCulture);

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
}
