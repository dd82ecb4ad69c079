using Apache.Arrow;
using Ematix.Planning.Training;

namespace Ematix.Training;

/// <summary>Some rows of a spine, one after the other.</summary>
internal abstract class SpinePart : IDisposable
{
    /// <summary>How many they are, or null where only the server knows.</summary>
    public required long? Rows { get; init; }

    /// <summary>Brings the rows to the sessions, and says which of them each session has: all are with one of them, and none with two.</summary>
    /// <returns>A relation a session; there may be fewer than sessions.</returns>
    public abstract Task<IReadOnlyList<SpineRelation>> BringAsync(SharedWork work, CancellationToken cancellationToken);

    /// <summary>Puts the spine's columns before features, where they did not come with them. Takes the batch over.</summary>
    /// <param name="schema">The schema of the output.</param>
    /// <param name="features">Answers for rows from <paramref name="offset"/> of the part.</param>
    /// <param name="offset">The first row, from 0.</param>
    public virtual RecordBatch Complete(Schema schema, RecordBatch features, long offset) => features;

    public virtual void Dispose() => GC.SuppressFinalize(this);
}

/// <summary>Rows that are on the server already.</summary>
internal sealed class ServerPart(params IReadOnlyList<SpineRelation> ranges) : SpinePart
{
    public override Task<IReadOnlyList<SpineRelation>> BringAsync(SharedWork work, CancellationToken cancellationToken) => Task.FromResult(ranges);
}
