using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Ematix.Oracle.Tests;

/// <summary>Checks random cases of properties until its time is over, on a lane a processor.</summary>
/// <param name="postgres">The server.</param>
/// <param name="properties">The properties, as a lane goes through them; each lane makes its own.</param>
/// <param name="time">How long.</param>
/// <param name="write">Where to report.</param>
/// <param name="cancellationToken">Ends it at once.</param>
internal sealed class EndlessRun(PostgresFixture postgres, Func<IReadOnlyList<Property>> properties, TimeSpan time, Action<string> write, CancellationToken cancellationToken)
{
    private const int CasesOfLane = 150;
    private const int MostFailures = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly List<string> _failures = [];
    private readonly Tally _tally = new();

    private bool IsOver => Stopwatch.GetElapsedTime(_started) >= time || _failures.Count >= MostFailures;

    /// <summary>Runs, and answers what failed.</summary>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        var work = Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(lane => Task.Run(() => WorkAsync(lane), cancellationToken)));
        while (await Task.WhenAny(work, Task.Delay(Pause, cancellationToken)) != work)
            Report("so far");
        await work;
        Report("in all");
        return _failures;
    }

    private async Task WorkAsync(int number)
    {
        var mine = properties();
        for (var round = number; !IsOver; round += Environment.ProcessorCount)
        {
            await using var lane = await Lane.OpenAsync(postgres, Sessions.All[round % Sessions.All.Length]);
            for (var i = 0; i < CasesOfLane && !IsOver; i++)
                await CheckAsync(lane, mine[i % mine.Count], BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint))));
        }
    }

    private async Task CheckAsync(Lane lane, Property property, uint number)
    {
        Cultures.Set(number);
        try
        {
            await property.CheckAsync(lane, number, _tally, cancellationToken);
        }
        catch (PropertyFailedException failed)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"EMATIX_ORACLE_CASE='{property.Name}/{number}'\n{failed.Message}");
            lock (_failures)
                _failures.Add(text);
            write($"FAILED {text}");
        }
    }

    private void Report(string when) => write(string.Create(
        CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(_started):hh\\:mm\\:ss} {when}: {_tally}; {_failures.Count} failed"));
}
