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

    /// <summary>What a part's query needs on its session before it runs there, once.</summary>
    public virtual Task PrepareAsync(Session session, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Takes the strategy into account when parts are cut. Whether there is more than one part.</summary>
    public abstract bool Cut(JoinStrategy strategy);

    /// <summary>Gives other sessions of the same snapshot what they need to run parts: part n runs on session n modulo their number.</summary>
    public virtual Task ShareAsync(IReadOnlyList<Session> sessions, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The next part, or null at the end.</summary>
    public abstract ValueTask<SpinePart?> NextAsync(CancellationToken cancellationToken);

    public ValueTask DisposeAsync() => CloseAsync();

    protected virtual ValueTask CloseAsync() => ValueTask.CompletedTask;
}

/// <summary>Some rows of a spine, one after the other.</summary>
internal class SpinePart : IDisposable
{
    /// <summary>The rows inside a statement.</summary>
    public required SpineRelation Relation { get; init; }

    /// <summary>How many they are, or null where only the server knows.</summary>
    public required long? Rows { get; init; }

    /// <summary>Brings the rows to a session.</summary>
    public virtual Task BringAsync(Session session, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Puts the spine's columns before features, where they did not come with them. Takes the batch over.</summary>
    /// <param name="schema">The schema of the output.</param>
    /// <param name="features">Answers for rows from <paramref name="offset"/> of the part.</param>
    /// <param name="offset">The first row, from 0.</param>
    public virtual RecordBatch Complete(Schema schema, RecordBatch features, long offset) => features;

    public virtual void Dispose() => GC.SuppressFinalize(this);
}
