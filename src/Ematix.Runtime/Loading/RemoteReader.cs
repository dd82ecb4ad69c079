using Ematix.Planning;
using Npgsql;

namespace Ematix.Loading;

/// <summary>A query on another database with the session that reads it: described first, then piped through as it is.</summary>
internal sealed class RemoteReader : Source, IAsyncDisposable
{
    private readonly Session _session;
    private readonly string _query;

    private RemoteReader(Session session, string query, IReadOnlyList<SourceColumn> columns) => (_session, _query, Columns) = (session, query, columns);

    /// <summary>What the query gives.</summary>
    public IReadOnlyList<SourceColumn> Columns { get; }

    internal override SyncPath Path => SyncPath.CrossDatabase;

    /// <summary>Text crosses in the encoding of the connection, and values in settings; both end with the transaction.</summary>
    public static async Task<RemoteReader> OpenAsync(RemoteSqlSource source, TimeSpan? statementTimeout, CancellationToken cancellationToken)
    {
        var session = await Session.BeginReadOnlyAsync(source.Database, cancellationToken).ConfigureAwait(false);
        try
        {
            IReadOnlyList<SourceColumn> columns = [];
            await session.HoldAsync(async () => columns = await DescribeAsync(session, source, statementTimeout, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            return new(session, source.Query, columns);
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <returns>How many rows the query gave.</returns>
    public async Task<long> FillAsync(Session target, LoadPlan plan, WatermarkKeeper? watermark, Action<long>? progress, CancellationToken cancellationToken)
    {
        string? condition = null;
        if (watermark?.Bound is { } bound)
        {
            await _session.SetLocalAsync(SourceQueryPlanner.BoundName, WatermarkValues.ToText(bound), cancellationToken).ConfigureAwait(false);
            condition = WatermarkPlanner.ToRead(plan.Incremental!, plan.View.Mode, SourceQueryPlanner.Bound);
        }

        await target.SetLocalAsync("client_encoding", "UTF8", cancellationToken).ConfigureAwait(false);
        await using var from = await _session.RawCopyAsync(plan.CopyQuery(_query, condition), cancellationToken).ConfigureAwait(false);
        NpgsqlRawCopyStream? into = null;
        long rows;
        try
        {
            into = await target.RawCopyAsync(plan.CopyStage, cancellationToken).ConfigureAwait(false);
            rows = await CopyPipe.RunAsync(from, into, plan.CopyFiller, progress, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
        catch (Exception cause)
        {
            RawCopy.Cancel(from);
            if (into is not null)
                await RawCopy.AbandonAsync(into).ConfigureAwait(false);
            if (cancellationToken.IsCancellationRequested)
                throw new OperationCanceledException("The load was cancelled. Nothing was loaded.", cause, cancellationToken);
            throw;
        }

        await into.DisposeAsync().ConfigureAwait(false);
        // The rest of the load takes its time; the snapshot there would keep its database from cleaning up.
        await from.DisposeAsync().ConfigureAwait(false);
        await DisposeAsync().ConfigureAwait(false);
        return rows;
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    /// <summary>The server locks what a query reads when it describes it.</summary>
    private static async Task<IReadOnlyList<SourceColumn>> DescribeAsync(Session session, RemoteSqlSource source, TimeSpan? statementTimeout, CancellationToken cancellationToken)
    {
        await session.SetLocalAsync("client_encoding", "UTF8", cancellationToken).ConfigureAwait(false);
        await session.SetLimitAsync("statement_timeout", statementTimeout ?? TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        foreach (var (name, value) in source.Settings())
            await session.SetLocalAsync(name, value, cancellationToken).ConfigureAwait(false);
        return await SourceSchema.DescribeAsync(session, source.Query, [], cancellationToken).ConfigureAwait(false);
    }
}
