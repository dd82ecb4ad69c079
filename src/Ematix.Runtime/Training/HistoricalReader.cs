using System.Runtime.ExceptionServices;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Ematix.Model;
using Ematix.Training;

namespace Ematix;

/// <summary>
/// A historical read that has begun: a stream of record batches with their schema, and the facts that say what they were made from. One batch is read at a time; it can be
/// disposed at any time, from any thread.
/// </summary>
public sealed class HistoricalReader : IArrowArrayStream, IAsyncDisposable
{
    private readonly TrainingRun _run;
    private readonly CancellationTokenSource _cancelled;
    private readonly IAsyncEnumerator<RecordBatch> _batches;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lazy<Task> _ending;
    private ExceptionDispatchInfo? _failure;

    private HistoricalReader(TrainingRun run, CancellationTokenSource cancelled)
    {
        (_run, _cancelled) = (run, cancelled);
        _batches = run.ReadAsync(cancelled.Token).GetAsyncEnumerator(CancellationToken.None);
        _ending = new(() => Task.Run(EndAsync));
    }

    /// <summary>The spine's columns, then the features: all that are nullable. An empty result has it too.</summary>
    public Schema Schema => _run.Schema;

    /// <summary>What the rows are made from, for a manifest beside a file.</summary>
    public TrainingManifest Manifest => _run.Manifest;

    /// <summary>The instant up to which loads count (UTC), to be asked for again; null where everything that is loaded counts.</summary>
    public DateTimeOffset? AsKnownAt => _run.Context.KnownAt;

    /// <summary>Rows read so far; at the end those of the spine.</summary>
    public long RowCount => _run.RowCount;

    /// <summary>The next batch, which is the caller's to dispose; null at the end, and only there: what a read failed with, or that it was cancelled, each further call throws again.</summary>
    /// <param name="cancellationToken">Cancels the read as a whole, a spine that is waited for too: there is no going on after it.</param>
    /// <exception cref="OperationCanceledException">The read was cancelled, by this call's token or another one, or disposed during the call.</exception>
    /// <exception cref="HistoryOverlapException">A history holds versions of one key that overlap.</exception>
    /// <exception cref="UnreadableValueException">A value has no equal in its Arrow type.</exception>
    /// <exception cref="InvalidOperationException">Another call has not ended yet.</exception>
    /// <exception cref="ObjectDisposedException">The reader was disposed.</exception>
    public async ValueTask<RecordBatch?> ReadNextRecordBatchAsync(CancellationToken cancellationToken = default)
    {
        if (!_turn.Wait(0, CancellationToken.None))
        {
            ObjectDisposedException.ThrowIf(_ending.IsValueCreated, this);
            throw new InvalidOperationException("The next batch is being read already: wait for it before the one after it is asked for.");
        }

        try
        {
            _failure?.Throw();
            return await NextAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Ends the read, and gives the connections back to the pool. A batch that is being read is cancelled and waited for, and with it a spine that comes from the caller:
    /// what the read itself calls, such as that spine or <see cref="HistoricalOptions.Progress"/>, can't wait for this.
    /// </summary>
    public ValueTask DisposeAsync() => new(_ending.Value);

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => _ending.Value.GetAwaiter().GetResult();

    /// <summary>Begins a read.</summary>
    /// <param name="store">The store.</param>
    /// <param name="set">The views.</param>
    /// <param name="spine">The spine.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancelsOpening">Counts until the reader is there.</param>
    /// <param name="cancelsAll">Counts to the end.</param>
    internal static async Task<HistoricalReader> OpenAsync(
        FeatureStore store, TrainingSetModel set, Spine spine, HistoricalOptions options, CancellationToken cancelsOpening, CancellationToken cancelsAll)
    {
        // The spine's enumerator has one token for all of its life.
        var cancelled = CancellationTokenSource.CreateLinkedTokenSource(cancelsAll);
        try
        {
            await using (Link(cancelled, cancelsOpening))
                return new HistoricalReader(await TrainingRun.OpenAsync(store, set, spine, options, cancelled.Token).ConfigureAwait(false), cancelled);
        }
        catch
        {
            cancelled.Dispose();
            throw;
        }
    }

    private static CancellationTokenRegistration Link(CancellationTokenSource cancelled, CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), cancelled);

    private async ValueTask<RecordBatch?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var registration = Link(_cancelled, cancellationToken);
            _cancelled.Token.ThrowIfCancellationRequested();
            return await _batches.MoveNextAsync().ConfigureAwait(false) ? _batches.Current : null;
        }
        catch (Exception error)
        {
            _failure = ExceptionDispatchInfo.Capture(error);
            throw;
        }
    }

    /// <summary>Takes the turn, and keeps it.</summary>
    private async Task EndAsync()
    {
        if (!_turn.Wait(0, CancellationToken.None))
        {
            await _cancelled.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await _turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        try
        {
            await (_failure is null ? Disposal.AllAsync(_batches, _run) : Disposal.AfterFailureAsync(_batches, _run)).ConfigureAwait(false);
        }
        finally
        {
            _cancelled.Dispose();
        }
    }
}
