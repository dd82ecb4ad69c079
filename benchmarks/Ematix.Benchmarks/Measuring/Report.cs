using System.Globalization;

namespace Ematix.Benchmarks.Measuring;

/// <summary>Writes results as markdown.</summary>
internal static class Report
{
    /// <summary>A question, and what its numbers were measured on.</summary>
    public static void Heading(string question) => Console.WriteLine($"\n### {question}\n");

    /// <summary>What is under way, for who watches; no part of the results.</summary>
    public static void Progress(string text) => Console.Error.WriteLine(text);

    /// <summary>A line of text.</summary>
    public static void Line(string text) => Console.WriteLine(text);

    /// <summary>One row a way: median, least, greatest, and the median beside those of other ways.</summary>
    public static void Timings(IReadOnlyList<Timing> timings, params ReadOnlySpan<string> beside)
    {
        string[] others = [.. beside];
        Console.WriteLine($"| | median s | min | max |{string.Concat(others.Select(other => $" beside {other} |"))}");
        Console.WriteLine($"|---|---|---|---|{string.Concat(others.Select(_ => "---|"))}");
        foreach (var timing in timings)
        {
            var ratios = others.Select(other => Number(timing.Beside(timings.First(each => each.Name == other))));
            Console.WriteLine($"| {string.Join(" | ", [timing.Name, Number(timing.Median), Number(timing.Seconds.Min()), Number(timing.Seconds.Max()), .. ratios])} |");
        }
    }

    private static string Number(double value) => value.ToString(value < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
}
