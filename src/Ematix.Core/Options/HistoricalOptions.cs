using Ematix.Planning.Training;

namespace Ematix;

/// <summary>The options of a historical read. The defaults read what is true now about the past.</summary>
public record HistoricalOptions
{
    /// <summary>A time to live for this read, shorter than that of every view of the read, in whole microseconds; null for each view's own.</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>Whether a version that starts exactly at the as-of counts. Default: it does.</summary>
    public AsOfBoundary Boundary { get; init; }

    /// <summary>
    /// Reads only what had been loaded by then, so that a training set can be built again later, to the byte. The read first waits for loads in flight.
    /// Floored to the microsecond, and lowered to each view's last committed load; what was used is in the result. Null for everything that is loaded.
    /// </summary>
    public DateTimeOffset? AsKnownAt { get; init; }

    /// <summary>How the spine meets the history; the rows are the same. Default: probes. With <see cref="AsKnownAt"/> it is always <see cref="JoinStrategy.Hash"/>, whatever stands here.</summary>
    public JoinStrategy Strategy { get; init; }

    /// <summary>The greatest number of rows of a record batch. Default 65,536.</summary>
    public int BatchSize { get; init; } = 65_536;

    /// <summary>How many connections of the pool may work on one read, in one snapshot, each on a range of the keys; more than one only for spines of more than 20,000 rows, and only if they are free. Default 2.</summary>
    public int MaxConnections { get; init; } = 2;

    /// <summary>With <see cref="AsKnownAt"/>, how long the read waits for loads in flight; zero or less for ever. Default 1 min.</summary>
    public TimeSpan WaitTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The limit of each statement on the server, or null for the session's own. Default: the session's own.</summary>
    public TimeSpan? StatementTimeout { get; init; }

    /// <summary>Where the read is cut into parts.</summary>
    internal PartSizes Sizes { get; init; } = PartSizes.Default;

    /// <summary>Receives how far the read has come: of record batches after each one; of typed rows after each 20,000 and at the end, without the number of the spine's rows (<see cref="HistoricalProgress.SpineRows"/> is null).</summary>
    public IProgress<HistoricalProgress>? Progress { get; init; }
}

/// <summary>The options of a historical read of <typeparamref name="TView"/>.</summary>
/// <typeparam name="TView">The feature view.</typeparam>
public sealed record HistoricalOptions<TView> : HistoricalOptions
{
    /// <summary>The features that are wanted, in the view's order whatever the order here. Null or empty: all. Record batches only: typed rows are whole.</summary>
    public IReadOnlyList<FeatureColumn<TView>>? Columns { get; init; }
}
