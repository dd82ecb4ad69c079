using Apache.Arrow;
using Ematix.Model;
using Ematix.Training;

namespace Ematix;

/// <summary>
/// A training set: exactly one row a spine row, in the spine's order, duplicates kept. The spine's columns come first, then the features of each view;
/// names that collide are prefixed <c>{view}__{column}</c>. A NULL key or as-of, and a key without a version then, have NULL features. Nothing is read before it is
/// enumerated or opened; each enumeration reads anew, in one snapshot of all views. Whoever enumerates disposes each batch.
/// </summary>
public sealed class HistoricalFeatures : IAsyncEnumerable<RecordBatch>
{
    private readonly FeatureStore _store;
    private readonly TrainingSetModel _set;
    private readonly Spine _spine;
    private readonly HistoricalOptions _options;
    private readonly CancellationToken _cancellationToken;

    internal HistoricalFeatures(FeatureStore store, TrainingSetModel set, Spine spine, HistoricalOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(spine);
        (_store, _set, _spine, _options, _cancellationToken) = (store, set, spine, options ?? new(), cancellationToken);
        TrainingContext.Check(_set, _options);
    }

    /// <summary>
    /// With <see cref="HistoricalOptions.AsKnownAt"/>, the instant that the last read used (UTC), once it has begun: asked for again, it gives the same bytes.
    /// Null before, and where everything that is loaded counts.
    /// </summary>
    public DateTimeOffset? AsKnownAt { get; private set; }

    /// <summary>Begins a read, whose schema is then known. Whoever opens it disposes it.</summary>
    /// <param name="cancellationToken">Cancels the opening, and nothing after it.</param>
    /// <exception cref="SpineSchemaException">The spine does not fit the views.</exception>
    /// <exception cref="NotRegisteredException">A view has no table here.</exception>
    /// <exception cref="SchemaDriftException">The table of a view lacks columns.</exception>
    /// <exception cref="LoadLockTimeoutException">As known at: a load in flight took longer than the read may wait.</exception>
    /// <exception cref="InvalidOperationException">The spine is a stream of record batches that was already read.</exception>
    public async Task<HistoricalReader> OpenAsync(CancellationToken cancellationToken = default)
    {
        var reader = await HistoricalReader.OpenAsync(_store, _set, _spine, _options, cancellationToken, _cancellationToken).ConfigureAwait(false);
        AsKnownAt = reader.AsKnownAt;
        return reader;
    }

    /// <summary>Finds out how a read would be done, without reading. A spine of rows or batches is read as far as that takes.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <remarks>
    /// A spine that can be read only once is then used up: a stream of record batches is refused by the read after it, but rows and batches from an <c>IAsyncEnumerable</c> (or an
    /// <c>IEnumerable</c>) that gives them once only can't be told from fewer rows. Give such a spine anew.
    /// </remarks>
    /// <exception cref="SpineSchemaException">The spine does not fit the views.</exception>
    /// <exception cref="NotRegisteredException">A view has no table here.</exception>
    /// <exception cref="SchemaDriftException">The table of a view lacks columns.</exception>
    /// <exception cref="LoadLockTimeoutException">As known at: a load in flight took longer than the read may wait.</exception>
    /// <exception cref="InvalidOperationException">The spine is a stream of record batches that was already read.</exception>
    public async Task<HistoricalExplanation> ExplainAsync(CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _cancellationToken);
        var run = await TrainingRun.OpenAsync(_store, _set, _spine, _options, either.Token).ConfigureAwait(false);
        HistoricalExplanation explanation;
        try
        {
            explanation = await run.ExplainAsync(either.Token).ConfigureAwait(false);
        }
        catch
        {
            await Disposal.AfterFailureAsync(run).ConfigureAwait(false);
            throw;
        }

        await run.DisposeAsync().ConfigureAwait(false);
        return explanation;
    }

    /// <summary>Reads batch after batch.</summary>
    /// <param name="cancellationToken">Cancels the read; the connections go back to the pool.</param>
    public async IAsyncEnumerator<RecordBatch> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var reader = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadNextRecordBatchAsync(cancellationToken).ConfigureAwait(false) is { } batch)
                yield return batch;
        }
    }
}
