using System.Diagnostics;

namespace Ematix.Benchmarks.Measuring;

/// <summary>
/// Measures ways in turn on the same data: each round runs every way once, and each round begins with another, so that a machine that
/// is busy for a while is busy for all of them.
/// </summary>
internal static class Rounds
{
    /// <summary>Runs every way once without a clock, then <paramref name="rounds"/> times with one.</summary>
    public static async Task<IReadOnlyList<Timing>> RunAsync(int rounds, IReadOnlyList<Way> ways, CancellationToken cancellationToken)
    {
        var seconds = ways.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round <= rounds; round++)
        {
            for (var turn = 0; turn < ways.Count; turn++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var i = (round + turn) % ways.Count;
                var took = await TimeAsync(ways[i]);
                if (round > 0)
                    seconds[i].Add(took);
            }
        }

        return [.. ways.Select((way, i) => new Timing(way.Name, seconds[i]))];
    }

    private static async Task<double> TimeAsync(Way way)
    {
        if (way.PrepareAsync is not null)
            await way.PrepareAsync();
        var started = Stopwatch.GetTimestamp();
        await way.RunAsync();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
