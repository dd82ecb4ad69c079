namespace Ematix.Benchmarks.Training;

/// <summary>One history, and the spines that are joined with it.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="History">Its rows.</param>
/// <param name="Spines">The rows of each spine.</param>
/// <param name="IsSorted">Whether the history lies in the order of keys, not of load times.</param>
internal sealed record StrategyQuestion(string Name, HistoryRows History, IReadOnlyList<int> Spines, bool IsSorted = false)
{
    /// <summary>All questions, with this many versions in the histories of sparse spines, and all else in proportion.</summary>
    public static IReadOnlyList<StrategyQuestion> All(int versions)
    {
        var sparse = new HistoryRows(Customers: Of(1_000_000), Versions: 10);
        return
        [
            new("sparse", sparse, [Of(10_000), Of(100_000), Of(1_000_000)]),
            new("whole", sparse, [3 * sparse.Customers]),
            new("clustered", sparse, [Of(100_000), Of(1_000_000)], IsSorted: true),
            new("dense", new(Customers: Of(10_000), Versions: 200), [Of(500_000)]),
            new("denser", new(Customers: Of(1_000), Versions: 2_000), [Of(500_000)]),
        ];

        int Of(long fullSize) => (int)Math.Max(1, fullSize * versions / 10_000_000);
    }

    /// <summary>What one of its spines asks, in a line.</summary>
    public string Heading(int rows) => FormattableString.Invariant(
        $"{Name}: a spine of {rows:N0} over {History.Count:N0} versions of {History.Customers:N0} customers, {(IsSorted ? "in the order of keys" : "in the order of load times")}");
}
