namespace Ematix.Loading;

/// <summary>What staging has brought.</summary>
/// <param name="Read">Rows taken from the source.</param>
internal sealed record Staged(long Read)
{
    /// <summary>Of those, the rows that were left out because history says the same already.</summary>
    public long Known { get; init; }

    /// <summary>Whether the staged rows have been compared with the current versions.</summary>
    public bool IsSieved { get; init; }

    /// <summary>The latest load time for which the rows that renew a version are all staged, in microseconds since 2000-01-01 UTC.</summary>
    public long LatestClock { get; init; } = long.MaxValue;
}
