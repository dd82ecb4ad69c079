namespace Ematix;

/// <summary>How a historical read would be done.</summary>
public sealed record HistoricalExplanation
{
    /// <summary>How the spine meets the history.</summary>
    public required JoinStrategy Strategy { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>The rows of the spine, or null where only reading it through would tell.</summary>
    public required long? SpineRows { get; init; }

    /// <summary>The rows of each view's history, about, in the order of the views.</summary>
    public required IReadOnlyList<long> HistoryRows { get; init; }

    /// <summary>How many connections would work on it.</summary>
    public required int Connections { get; init; }

    /// <summary>The query, exactly as the server would see it (of the first part, where there are several).</summary>
    public required string Sql { get; init; }

    /// <summary>What the server's EXPLAIN says about it; empty for a spine without rows.</summary>
    public required string Plan { get; init; }
}
