using System.Globalization;
using Ematix;
using FlightDelays.Answers;
using FlightDelays.Training;
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

    public static void Judged(Experiment experiment)
    {
        Line($"Trained on {experiment.TrainedOn:N0} flights until September, judged on the {experiment.JudgedOn:N0} since October:");
        var table = Table("model", "area under the curve");
        table.AddRow("as of an hour before departure", Area(experiment.PointInTime));
        table.AddRow("the day's totals, joined by key and date", Area(experiment.Leaking));
        table.AddRow("the same, with what is known an hour before", Area(experiment.LeakingInProduction));
        AnsiConsole.Write(table);
        Line($"""
            The second is too good to be true: the day's totals hold the delays of flights that leave later, and the flight's own. Nothing in its
            figures says so; but an hour before departure these totals do not exist, and with what does, that model is worth the third line.
            """);

        var gains = Table("what the first model goes by", "gain");
        foreach (var (feature, gain) in experiment.Gains.Take(6))
            gains.AddRow(feature, gain.ToString("0.00", CultureInfo.InvariantCulture));
        AnsiConsole.Write(gains);
    }

    private static string Area(double area) => area.ToString("0.000", CultureInfo.InvariantCulture);

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
