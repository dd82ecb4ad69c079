using Ematix;
using Spectre.Console;

namespace FlightDelays;

/// <summary>Shows that something is under way, and how far it has come.</summary>
internal static class ProgressBar
{
    /// <summary>A bar that fills with the rows read.</summary>
    public static Task<T> ShowAsync<T>(string what, Func<IProgress<HistoricalProgress>, Task<T>> work) =>
        Bars().StartAsync(async context =>
        {
            var bar = context.AddTask(what);
            var result = await work(new Rows(bar));
            bar.Value = bar.MaxValue;
            return result;
        });

    /// <summary>A bar that only moves: nobody knows how long it takes.</summary>
    public static Task<T> ShowAsync<T>(string what, Func<T> work) =>
        Bars().StartAsync(async context =>
        {
            var bar = context.AddTask(what).IsIndeterminate();
            var result = await Task.Run(work);
            bar.IsIndeterminate = false;
            bar.Value = bar.MaxValue;
            return result;
        });

    private static Progress Bars() => AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn());

    private sealed class Rows(ProgressTask bar) : IProgress<HistoricalProgress>
    {
        public void Report(HistoricalProgress value)
        {
            bar.MaxValue = Math.Max(value.SpineRows ?? value.Rows, 1);
            bar.Value = value.Rows;
        }
    }
}
