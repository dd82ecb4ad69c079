namespace Ematix.Planning.Training;

/// <summary>Chooses how a spine meets the history. Where it is wrong, time is lost and nothing else.</summary>
internal static class StrategyChoice
{
    /// <summary>From here on a spine is worth a look at its keys.</summary>
    public const long WorthCounting = 20_000;

    /// <summary>Probes cost about this many times what a pass over a history costs a row.</summary>
    private const long ProbeCost = 5;

    private const long DenseRows = 50;

    /// <summary>The strategy, and why.</summary>
    /// <param name="spineRows">Rows of the spine, or of each of its parts.</param>
    /// <param name="keys">Different keys of each view in the spine; null where they were not counted.</param>
    /// <param name="histories">Rows of each view's history, about.</param>
    public static (JoinStrategy Strategy, string Reason) Of(long spineRows, IReadOnlyList<long?> keys, IReadOnlyList<long> histories)
    {
        var rows = $"{JoinSql.Number(spineRows)} spine rows beside {string.Join(" + ", histories.Select(JoinSql.Number))} versions";
        if (spineRows < WorthCounting)
            return (JoinStrategy.Probe, rows + ": one index probe each");
        if (keys.All(count => count is { } known && spineRows >= known * DenseRows))
            return (JoinStrategy.OnePass, $"{rows}, {JoinSql.Number(DenseRows)} rows a key and more: one ordered pass over both");
        return histories.All(history => spineRows * ProbeCost > history)
            ? (JoinStrategy.Hash, rows + ": one pass over each history costs less than so many probes")
            : (JoinStrategy.Probe, rows + ": one index probe each");
    }
}
