using Ematix.Model;
using Ematix.Planning;
using Npgsql;

namespace Ematix.Loading;

/// <summary>Keeps a row for each load: what it is doing, did, or why it did not.</summary>
internal static class RunHistory
{
    /// <summary>How long a run may take from its row to its transaction before another run thinks that it died.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan RecordTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Commits on its own, so that others see a run while it runs.</summary>
    public static async Task StartAsync(FeatureStore store, Guid batchId, FeatureViewModel view, LoadOptionsModel options, CancellationToken cancellationToken)
    {
        await using var session = await Session.BeginAsync(store, cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync(
            RunPlanner.Start,
            cancellationToken,
            Parameters.Uuid(batchId),
            Parameters.Text(view.CatalogName),
            Parameters.Text(view.Mode.ToString().ToLowerInvariant()),
            Parameters.Text(options.EventTimestamp),
            Parameters.Interval(options.Ttl),
            Parameters.Text(options.IncrementalColumn)).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The first statement of a load's transaction.</summary>
    public static Task HoldAsync(Session session, Guid batchId, CancellationToken cancellationToken) =>
        session.ExecuteAsync(RunPlanner.Hold, cancellationToken, Parameters.Uuid(batchId));

    /// <summary>Finishes the run, and finds runs of the target that died; in the load's transaction.</summary>
    public static async Task FinishAsync(Session session, string catalogName, SyncResult result, long loadTime, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(RunPlanner.MarkAbandoned, cancellationToken, Parameters.Text(catalogName), Parameters.Interval(Grace)).ConfigureAwait(false);
        await session.ExecuteAsync(
            RunPlanner.Finish,
            cancellationToken,
            Parameters.Uuid(result.BatchId),
            Parameters.Instant(loadTime),
            Parameters.Int64(result.RowsRead),
            Parameters.Int64(result.Inserted),
            Parameters.Int64(result.Updated),
            Parameters.Int64(result.Closed),
            Parameters.Int64(result.Deleted),
            Parameters.Int64(result.Expired),
            Parameters.Int64(result.Skipped),
            Parameters.Int64(result.RowsStaged),
            Parameters.Text(result.Watermark is { } watermark ? WatermarkValues.ToText(watermark.Value) : null)).ConfigureAwait(false);
    }

    /// <summary>Records a failure. That it can't be recorded never hides the failure itself: the run is then found abandoned.</summary>
    public static async Task FailAsync(FeatureStore store, Guid batchId, Exception cause)
    {
        using var limit = new CancellationTokenSource(RecordTimeout);
        try
        {
            await using var session = await Session.BeginAsync(store, limit.Token).ConfigureAwait(false);
            await session.ExecuteAsync(RunPlanner.Fail, limit.Token, Parameters.Uuid(batchId), Parameters.Text(Describe(cause))).ConfigureAwait(false);
            await session.CommitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (Exception unrecorded) when (unrecorded is NpgsqlException or OperationCanceledException or TimeoutException)
        {
        }
    }

    /// <summary>Whether a run whose COMMIT got no answer is committed; waits for its transaction to end. Null where that can't be found out.</summary>
    public static async Task<bool?> OutcomeAsync(FeatureStore store, Guid batchId)
    {
        using var limit = new CancellationTokenSource(RecordTimeout);
        try
        {
            await using var session = await Session.BeginAsync(store, limit.Token).ConfigureAwait(false);
            await HoldAsync(session, batchId, limit.Token).ConfigureAwait(false);
            var status = await session.QueryAsync(RunPlanner.Status, reader => reader.GetString(0), limit.Token, Parameters.Uuid(batchId)).ConfigureAwait(false);
            return status is ["succeeded"];
        }
        catch (Exception unknown) when (unknown is NpgsqlException or OperationCanceledException or TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Messages of the product hold no values beside keys; those of others might.</summary>
    private static string Describe(Exception cause) => cause switch
    {
        EmatixException own => $"{own.GetType().Name}: {own.Message}",
        PostgresException server => $"{nameof(PostgresException)}: SQLSTATE {server.SqlState}",
        _ => cause.GetType().Name,
    };
}
