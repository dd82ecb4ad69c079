namespace Ematix.Planning.Training;

/// <summary>
/// Chooses how a spine meets the history: by probes, whatever the sizes. They were the fastest wherever it was measured on a history in memory, and their cost
/// depends on neither the versions a key has nor the density of the spine; a wrong guess for another strategy would cost far more than it wins.
/// </summary>
internal static class StrategyChoice
{
    /// <summary>The strategy, and why.</summary>
    /// <param name="spineRows">Rows of the spine, or of its first part; 0 where that is not known.</param>
    /// <param name="histories">Rows of each view's history, about.</param>
    public static (JoinStrategy Strategy, string Reason) Of(long spineRows, IReadOnlyList<long> histories)
    {
        var spine = spineRows > 0 ? JoinSql.Number(spineRows) : "an unknown number of";
        return (JoinStrategy.Probe, $"{spine} spine rows beside {string.Join(" + ", histories.Select(JoinSql.Number))} versions: one index probe each costs least, unless the history lies cold on disk");
    }
}
