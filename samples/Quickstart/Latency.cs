using System.Diagnostics;

namespace Quickstart;

/// <summary>How long a lookup takes, one after the other, from the call to the typed row.</summary>
/// <param name="Median">Half of the calls were faster.</param>
/// <param name="P99">All but one in a hundred were faster.</param>
internal sealed record Latency(TimeSpan Median, TimeSpan P99)
{
    public const int Calls = 500;

    private const int WarmUp = 300;

    /// <summary>Measures after a warm-up: the first calls open the connection, prepare the statement and compile the code.</summary>
    public static async Task<Latency> MeasureAsync<T>(Func<int, ValueTask<T>> lookup)
    {
        var times = new List<TimeSpan>(WarmUp + Calls);
        for (var i = 0; i < WarmUp + Calls; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await lookup(i);
            times.Add(Stopwatch.GetElapsedTime(started));
        }

        TimeSpan[] measured = [.. times.Skip(WarmUp).Order()];
        return new(measured[Calls / 2], measured[Calls * 99 / 100]);
    }
}
