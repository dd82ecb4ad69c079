namespace Ematix.Oracle.Tests;

/// <summary>A load of a source that grows.</summary>
/// <param name="Arrived">How many rows the source has.</param>
/// <param name="Read">How many of them a load reads.</param>
/// <param name="Watermark">How far the source has been read after it, or null where nothing has been read.</param>
internal sealed record LateStep(int Arrived, long Read, long? Watermark);

/// <summary>
/// The rows of a growing source, in the order in which they come, each with the time at which it says it changed: after all that has been read, late by no more than
/// the look-back (to the microsecond), or later than that.
/// </summary>
internal sealed class LateSource
{
    private static readonly long Start = Micros.Floor(new DateTimeOffset(2024, 3, 10, 7, 0, 0, TimeSpan.Zero));

    private readonly long _lookback;

    public LateSource(int rows, int loads, Random random)
    {
        _lookback = random.Next(1, 4) * Micros.Second;
        ChangedAt = new long[rows];
        var watermark = default(long?);
        List<LateStep> steps = [];
        var read = new SortedSet<int>();
        foreach (var arrived in Enumerable.Range(1, loads).Select(_ => random.Next(rows + 1)).Append(rows).Order())
        {
            for (var row = steps is [.., var last] ? last.Arrived : 0; row < arrived; row++)
                ChangedAt[row] = watermark is { } known ? Next(known, random) : Start + random.Next(5);
            int[] news = [.. Enumerable.Range(0, arrived).Where(row => watermark is null || ChangedAt[row] >= watermark - _lookback)];
            read.UnionWith(news);
            watermark = news.Select(row => (long?)ChangedAt[row]).Append(watermark).Max();
            steps.Add(new(arrived, news.Length, watermark));
        }

        (Steps, EverRead) = (steps, [.. read]);
    }

    /// <summary>The time of each row's change.</summary>
    public long[] ChangedAt { get; }

    public IReadOnlyList<LateStep> Steps { get; }

    /// <summary>The places of the rows that some load reads, in order.</summary>
    public IReadOnlyList<int> EverRead { get; }

    public TimeSpan Lookback => TimeSpan.FromTicks(_lookback * 10);

    /// <summary>The column of the source that says when a row changed.</summary>
    public ExtraColumn Column => new("changed_at", row => $"'{SqlText.Instant(row < ChangedAt.Length ? ChangedAt[row] : Start)}'::timestamptz");

    private long Next(long watermark, Random random) => watermark + random.Next(6) switch
    {
        0 => -_lookback,
        1 => -_lookback + 1,
        2 => -random.NextInt64(_lookback),
        3 => -_lookback - 1,
        4 => 0,
        _ => random.NextInt64(3 * _lookback),
    };
}
