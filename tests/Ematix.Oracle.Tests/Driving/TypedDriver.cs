using Apache.Arrow;
using Ematix.Model;
using Ematix.Runtime;

namespace Ematix.Oracle.Tests;

/// <summary>Drives a view through what its generated members call.</summary>
internal sealed partial class TypedDriver<TView, TKey>(ViewSpec spec) : ViewDriver(spec)
    where TView : class, IFeatureView<TView, TKey>
    where TKey : notnull
{
    private readonly RowMapper<TView> _rows = new(spec);
    private readonly KeyMapper<TKey> _keys = new(spec);

    public override FeatureViewModel Definition => TView.Definition;

    public override Task EnsureAsync(FeatureStore store, OnDrift onDrift, CancellationToken cancellationToken) => ViewOperations.EnsureAsync<TView>(store, onDrift, cancellationToken);

    public override Task<SyncResult> LoadAsync(Lane lane, Batch batch, CancellationToken cancellationToken) =>
        LoadAsync(lane, batch, SyncOptionsOf.Load<TView>(Spec, batch.Options), cancellationToken);

    public override Task<SyncResult> TryAsync(Lane lane, Batch batch, CancellationToken cancellationToken) =>
        LoadAsync(lane, batch, SyncOptionsOf.Load<TView>(Spec, batch.Options) with { DryRun = true }, cancellationToken);

    public override Task<SyncResult> LoadNewAsync(FeatureStore store, Batch batch, ExtraColumn column, TimeSpan? lookback, CancellationToken cancellationToken) => ViewOperations.SyncAsync(
        store,
        Source.Sql(SqlRows.Query(Spec, batch, column)),
        SyncOptionsOf.Load<TView>(Spec, batch.Options) with { IncrementalColumn = column.Name, Lookback = lookback },
        cancellationToken);

    public override Task<SyncResult> BreakAsync(FeatureStore store, Batch batch, Action atEnd, CancellationToken cancellationToken) =>
        ViewOperations.SyncAsync(store, Async(batch.IsPoisoned ? [] : batch.Rows, atEnd), SyncOptionsOf.Load<TView>(Spec, batch.Options), cancellationToken);

    public override async Task<IReadOnlyList<ReadVersion>> HistoryAsync(FeatureStore store, IReadOnlyList<object?> key, bool includeReplaced, CancellationToken cancellationToken)
    {
        var versions = new List<ReadVersion>();
        await foreach (var version in ViewOperations.HistoryAsync<TView, TKey>(store, _keys.ToKey(key), includeReplaced, cancellationToken))
        {
            versions.Add(new(
                _rows.ToStored(version.Row)!, Micros.Floor(version.ValidFrom), version.ValidTo is { } to ? Micros.Floor(to) : null, version.ClosedBy,
                version.IsCurrent, version.IsReplaced, Micros.Floor(version.LoadedAt), version.BatchId));
        }

        return versions;
    }

    public override async Task<object?[]?> PointInTimeAsync(FeatureStore store, Lookup lookup, CancellationToken cancellationToken) =>
        _rows.ToStored(await ViewOperations.PointInTimeAsync<TView, TKey>(store, _keys.ToKey(lookup.Key), lookup.AsOf, lookup.Ttl, cancellationToken));

    public override async Task<IReadOnlyList<object?[]?>> PointInTimeAsync(FeatureStore store, IReadOnlyList<Lookup> lookups, TimeSpan? ttl, CancellationToken cancellationToken) =>
        Stored(await ViewOperations.PointInTimeAsync<TView, TKey>(
            store, [.. lookups.Select(lookup => _keys.ToKey(lookup.Key))], [.. lookups.Select(lookup => lookup.AsOf)], ttl, cancellationToken));

    public override async Task<IReadOnlyList<object?[]?>> PointInTimeAsync(
        FeatureStore store, IReadOnlyList<IReadOnlyList<object?>> keys, DateTimeOffset asOf, CancellationToken cancellationToken) =>
        Stored(await ViewOperations.PointInTimeAsync<TView, TKey>(store, [.. keys.Select(_keys.ToKey)], asOf, null, cancellationToken));

    public override async Task<object?[]?> OnlineAsync(FeatureStore store, IReadOnlyList<object?> key, TimeSpan? ttl, CancellationToken cancellationToken) =>
        _rows.ToStored(await ViewOperations.OnlineFeaturesAsync<TView, TKey>(store, _keys.ToKey(key), ttl, cancellationToken));

    public override async Task<IReadOnlyList<object?[]?>> OnlineAsync(
        FeatureStore store, IReadOnlyList<IReadOnlyList<object?>> keys, TimeSpan? ttl, CancellationToken cancellationToken) =>
        Stored(await ViewOperations.OnlineFeaturesAsync<TView, TKey>(store, [.. keys.Select(_keys.ToKey)], ttl, cancellationToken));

    private Task<SyncResult> LoadAsync(Lane lane, Batch batch, SyncOptions<TView> options, CancellationToken cancellationToken) => batch.Way switch
    {
        SourceWay.Rows => ViewOperations.SyncAsync(lane.Store, batch.Rows.Select(_rows.ToView), options, cancellationToken),
        SourceWay.AsyncRows => ViewOperations.SyncAsync(lane.Store, Async(batch.Rows), options, cancellationToken),
        SourceWay.Arrow => ArrowAsync(lane.Store, batch, options, cancellationToken),
        SourceWay.RemoteSql or SourceWay.NarrowRemoteSql => ViewOperations.SyncAsync(lane.Store, Source.Sql(lane.Other, SqlRows.Query(Spec, batch)), options, cancellationToken),
        _ => ViewOperations.SyncAsync(lane.Store, Source.Sql(SqlRows.Query(Spec, batch)), options, cancellationToken),
    };

    private async Task<SyncResult> ArrowAsync(FeatureStore store, Batch batch, SyncOptions<TView> options, CancellationToken cancellationToken)
    {
        using var whole = ArrowRows.Of(Spec, batch);
        using RecordBatch first = whole.Slice(0, whole.Length / 2), rest = whole.Slice(whole.Length / 2, whole.Length - (whole.Length / 2));
        return await ViewOperations.SyncAsync(store, Source.Arrow([first, rest]), options, cancellationToken);
    }

    private IReadOnlyList<object?[]?> Stored(IReadOnlyList<TView?> rows) => [.. rows.Select(_rows.ToStored)];

    private async IAsyncEnumerable<TView> Async(IReadOnlyList<object?[]> rows, Action? atEnd = null)
    {
        foreach (var row in rows)
        {
            await Task.Yield();
            yield return _rows.ToView(row);
        }

        atEnd?.Invoke();
    }
}
