using Apache.Arrow;
using Ematix.Planning.Training;

namespace Ematix.Training;

/// <summary>A spine that was judged, and gives its rows part by part.</summary>
internal abstract class SpineFeed : IAsyncDisposable
{
    /// <summary>The fields of the output that come from the spine.</summary>
    public required Schema Schema { get; init; }

    /// <summary>The spine inside a statement: all of it, or any part of it.</summary>
    public required SpineRelation Relation { get; init; }

    /// <summary>Whether the server's answer holds the spine's columns; else they are put before the features here.</summary>
    public required bool PassesThrough { get; init; }

    /// <summary>How many rows the spine has; null while that is not known.</summary>
    public long? Rows { get; protected init; }

    /// <summary>How many rows decide the strategy: all, or those of the first part.</summary>
    public abstract long RowsToJudge { get; }

    /// <summary>Whether several connections may have ranges of the same part.</summary>
    public abstract bool CanBeShared { get; }

    /// <summary>Makes the sessions ready, once; they have one snapshot.</summary>
    /// <param name="work">The sessions, and the join with the whole spine.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public virtual Task PrepareAsync(SharedWork work, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The next part, or null at the end.</summary>
    public abstract ValueTask<SpinePart?> NextAsync(CancellationToken cancellationToken);

    public ValueTask DisposeAsync() => CloseAsync();

    protected virtual ValueTask CloseAsync() => ValueTask.CompletedTask;
}
